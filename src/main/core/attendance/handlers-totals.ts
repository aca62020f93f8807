import { RollbookError } from '#contract/errors.ts';
import { needSection } from '../academics/index.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { localDate } from '../kernel/dates.ts';
import { needStudent } from '../people/index.ts';
import { findOpenYear, readYears } from '../settings/index.ts';
import { addUp } from './rules-totals.ts';
import { readStudentDays } from './read-days.ts';
import { findYearOn } from './repo-calendar.ts';
import { readCallsOf } from './repo-calls.ts';
import { readCourseNames } from './repo-days.ts';
import { isDivisionInScope } from './repo-divisions.ts';
import { readDivisionMembers, readSectionMembers } from './repo-roster.ts';
import { groupBy } from './rules-group.ts';

const wrong = (path: string, messageKey: string) => new RollbookError('invalidInput', { fields: [{ path, messageKey }] });

/** What attendance adds up to: for one student over a year, and for a division or section over some days. */
export const totalsHandlers: Handlers<'attendance.student' | 'attendance.summary'> = {
  'attendance.student'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const years = readYears(ctx.db);
    const year = years.find(({ id }) => id === input.yearId) ?? findOpenYear(ctx.db) ?? years[0];
    if (!year) return { yearId: null, years: [], days: [], totals: addUp([]), limits: [], marks: [], calls: [] };
    const { byStudent } = readStudentDays(ctx.db, [studentId], { year, from: year.startDate, to: year.endDate, today: localDate(ctx.now) });
    const read = byStudent.get(studentId);
    const marks = read?.marks ?? [];
    const courses = readCourseNames(ctx.db, [...new Set(marks.flatMap(({ sectionId }) => (sectionId === null ? [] : [sectionId])))]);
    const slots = groupBy(marks, (mark) => `${mark.date} ${mark.period ?? 0} ${mark.sectionId ?? ''}`);
    return {
      yearId: year.id, years: years.map(({ id, label, status, startDate, endDate }) => ({ id, label, status, startDate, endDate })),
      days: read?.days ?? [], totals: read?.totals ?? addUp([]), limits: read?.limits ?? [],
      marks: [...slots.values()].flatMap((held) => {
        const [first] = held;
        if (!first) return [];
        const course = first.sectionId === null ? undefined : courses.get(first.sectionId);
        return [{
          date: first.date, sectionId: first.sectionId, period: first.period, courseEl: course?.courseEl ?? null, courseEn: course?.courseEn ?? null,
          teacher: held.find(({ source }) => source === 'teacher') ?? null, office: held.find(({ source }) => source === 'office') ?? null,
        }];
      }).toSorted((a, b) => b.date.localeCompare(a.date) || (a.period ?? 0) - (b.period ?? 0)),
      calls: readCallsOf(ctx.db, studentId, year.startDate, year.endDate),
    };
  },
  'attendance.summary'(ctx, input) {
    const { from, to, target } = input;
    if (to < from) throw wrong('to', 'endBeforeStart');
    const year = findYearOn(ctx.db, from);
    if (!year || to > year.endDate) throw wrong('to', 'outsideYear');
    const scope = ctx.rows();
    if (target.kind === 'section') needSection(ctx, target.sectionId);
    else if (!isDivisionInScope(ctx.db, year.id, target.level, target.division, scope)) throw new RollbookError('notFound');
    const rows = target.kind === 'section'
      ? readSectionMembers(ctx.db, { sectionId: target.sectionId, from, to }, scope)
      : readDivisionMembers(ctx.db, { yearId: year.id, level: target.level, division: target.division, from, to }, scope);
    const today = localDate(ctx.now);
    const { dates, byStudent } = readStudentDays(ctx.db, rows.map(({ id }) => id), {
      year, from, to: to > today ? today : to, today, sectionId: target.kind === 'section' ? target.sectionId : null,
    });
    return {
      dates,
      students: rows.flatMap((row) => {
        const read = byStudent.get(row.id);
        return read ? [{ ...row, cells: read.days, totals: read.totals }] : [];
      }),
    };
  },
};
