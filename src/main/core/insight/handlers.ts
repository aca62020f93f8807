import type { Output } from '#contract/index.ts';
import { holdsForSchool } from '../access/access.ts';
import { usablePermissions } from '../access/usable-permissions.ts';
import { readChainCheck } from '../audit/index.ts';
import { countNotTaken, readAttendanceSettings, readDayFacts } from '../attendance/index.ts';
import { countDueReviews, countOverdueIncidents } from '../conduct/index.ts';
import type { QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { countFailing } from '../schedules/index.ts';
import { findOpenYear, readSetting } from '../settings/index.ts';
import { absentOn, attendanceByWeek, countByBand, countByLevel, countByStatus, countUnfinished, findLatestPostedTerm, findTerm } from './repo.ts';

type Task = Output<'home.overview'>['tasks'][number];

/** What is unfinished, for those who can finish it. */
function tasksFor(ctx: QueryContext): Task[] {
  const may = new Set<string>(ctx.access ? usablePermissions(ctx.access) : []);
  const open = countUnfinished(ctx.db);
  const watching = (['attendance:correct', 'attendance:take'] as const).find((permission) => may.has(permission));
  const notTaken = watching ? countNotTaken(ctx.db, ctx.now, ctx.rows(watching)) : 0;
  const overdue = may.has('conduct:edit') ? countOverdueIncidents(ctx) : 0;
  const reviews = may.has('interventions:edit') ? countDueReviews(ctx) : 0;
  const broken = ctx.access && holdsForSchool(ctx.access, 'audit:view') ? readChainCheck(ctx.db)?.brokenAt : null;
  const failing = may.has('schedules:edit') ? countFailing(ctx.db) : 0;
  const tasks: (Task | false)[] = [
    broken != null && { kind: 'journalBroken', count: 1, recordId: null },
    may.has('keys:export') && !readSetting(ctx.db, 'recoverySaved') && { kind: 'recoveryCode', count: 1, recordId: null },
    may.has('imports:run') && open.students === 0 && { kind: 'emptySchool', count: 1, recordId: null },
    may.has('imports:run') && open.waitingCount > 0 && { kind: 'importWaiting', count: open.waitingCount, recordId: open.waiting?.id ?? null },
    may.has('enrolments:edit') && open.unplaced > 0 && { kind: 'notPlaced', count: open.unplaced, recordId: null },
    notTaken > 0 && { kind: 'attendanceNotTaken', count: notTaken, recordId: null },
    may.has('backups:run') && !readSetting(ctx.db, 'lastBackup') && { kind: 'noBackup', count: 1, recordId: null },
    overdue > 0 && { kind: 'incidentsOverdue', count: overdue, recordId: null },
    reviews > 0 && { kind: 'reviewsDue', count: reviews, recordId: null },
    failing > 0 && { kind: 'schedulesFailing', count: failing, recordId: null },
  ];
  return tasks.flatMap((task) => (task === false ? [] : [task]));
}

/** The home screen and its charts: the pattern that analytics grow on. Each number can be opened as a list. */
export const homeHandlers: Handlers<Named<'home'> | Named<'insight'>> = {
  'home.overview'(ctx) {
    const scope = ctx.rows();
    const today = localDate(ctx.now);
    const term = findTerm(ctx.db, today);
    const counts = countByStatus(ctx.db, scope);
    return {
      today, isSchoolDay: readDayFacts(ctx.db, today, today).obstacle === null,
      termEl: term?.nameEl ?? null, termEn: term?.nameEn ?? null,
      enrolled: counts.get('enrolled') ?? 0, left: counts.get('left') ?? 0,
      absentToday: absentOn(ctx.db, today, scope), tasks: tasksFor(ctx),
    };
  },
  'insight.enrolmentByLevel': (ctx) => ({ levels: countByLevel(ctx.db, ctx.rows()) }),
  'insight.marksByBand'(ctx) {
    const term = findLatestPostedTerm(ctx.db);
    if (!term) return { yearLabel: null, termEl: null, termEn: null, bands: [] };
    const bands = countByBand(ctx.db, term.id, ctx.rows()).map((band) => ({ ...band, passes: band.passes === 1 }));
    return { yearLabel: term.yearLabel, termEl: term.nameEl, termEn: term.nameEn, bands };
  },
  'insight.attendanceByWeek'(ctx) {
    const year = findOpenYear(ctx.db);
    if (!year) return { weeks: [] };
    const { lessonHours } = readAttendanceSettings(ctx.db).settings;
    const weeks = attendanceByWeek(ctx.db, year.id, ctx.rows(), lessonHours).filter((week) => week.membership > 0);
    return { weeks: weeks.map(({ monday, membership, missed, absences }) => ({ monday, rate: Math.max(0, 1 - missed / membership), absences: Math.round(absences) })) };
  },
};
