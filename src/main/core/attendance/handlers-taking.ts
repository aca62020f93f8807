import type { Output } from '#contract/index.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { localDate } from '../kernel/dates.ts';
import { openSheet, sourceOf } from './open-sheet.ts';
import { readDayFacts } from './repo-calendar.ts';
import { readAttendanceSettings } from './repo-codes.ts';
import { countDivisions, readDivisions } from './repo-divisions.ts';
import { findStartTime, readLessons, readMissingLessons } from './repo-lessons.ts';
import { findSubmission, readMarks, readVersion } from './repo-sheet.ts';
import { takeSheet } from './take.ts';
import { timeOf } from './not-taken.ts';

type Sheet = Output<'attendance.sheet'>;

/** Taking: what there is to take, one sheet, and what nobody has taken. */
export const takingHandlers: Handlers<'attendance.choices' | 'attendance.sheet' | 'attendance.take' | 'attendance.missing'> = {
  'attendance.choices'(ctx, input) {
    const { date, year, obstacle, note } = readDayFacts(ctx.db, input.date, localDate(ctx.now));
    const scope = ctx.rows();
    if (!year) return { date, obstacle, note, divisions: [], lessons: [] };
    const division = input.level !== null && input.division !== null ? { level: input.level, division: input.division } : null;
    // Over a whole school only a division's lessons are asked for: all of them would be thousands.
    const lessons = scope.all && !division ? [] : readLessons(ctx.db, year, date, scope, division);
    return { date, obstacle, note, divisions: readDivisions(ctx.db, year, date, scope), lessons };
  },
  'attendance.sheet'(ctx, input) {
    const { slot, facts, section, roster } = openSheet(ctx, 'attendance:view', input.date, input.target);
    const source = sourceOf(ctx);
    const ids = roster.map(({ id }) => id);
    const marks = readMarks(ctx.db, ids, slot.date, slot.date);
    const find = (studentId: string, of: 'teacher' | 'office', whole: boolean): Sheet['students'][number]['teacher'] => marks.find((mark) => mark.studentId === studentId && mark.source === of
      && (whole ? mark.sectionId === null : mark.sectionId === slot.sectionId && mark.period === slot.period)) ?? null;
    const submission = findSubmission(ctx.db, slot);
    const isDay = slot.sectionId === null;
    return {
      date: facts.date, obstacle: facts.obstacle, note: facts.note, source,
      title: {
        code: section?.code ?? slot.division ?? '', courseEl: section?.courseEl ?? null, courseEn: section?.courseEn ?? null, teacher: section?.teacher ?? null,
        startTime: section && slot.period !== null ? findStartTime(ctx.db, section.id, slot.date, slot.period) : null,
      },
      version: readVersion(ctx.db, slot, ids, source === 'teacher' ? ['teacher'] : ['teacher', 'office']),
      taken: submission && submission.deletedAt === null ? { by: submission.by, at: submission.at, expected: submission.expected } : null,
      students: roster.map((row) => ({
        ...row, teacher: find(row.id, 'teacher', isDay), office: find(row.id, 'office', isDay), officeDay: isDay ? null : find(row.id, 'office', true),
      })),
    };
  },
  'attendance.take': takeSheet,
  'attendance.missing'(ctx, input) {
    const today = localDate(ctx.now);
    const { date, year, obstacle, note } = readDayFacts(ctx.db, input.date, today);
    const { expectsDays, expectsLessons } = readAttendanceSettings(ctx.db).settings;
    const none = { date, obstacle, note, expectsDays, expectsLessons, divisions: [], lessons: [], divisionsAll: 0, lessonsAll: 0, divisionsMissing: 0, lessonsMissing: 0 };
    if (!year || obstacle === 'notSchoolDay' || obstacle === 'future') return none;
    const scope = ctx.rows();
    const counts = expectsDays ? countDivisions(ctx.db, year, date, scope) : { all: 0, missing: 0 };
    const lessons = expectsLessons ? readMissingLessons(ctx.db, year, date, scope, { until: date === today ? timeOf(ctx.now) : null, limit: input.limit }) : { all: 0, missing: 0, rows: [] };
    return {
      ...none, divisions: expectsDays ? readDivisions(ctx.db, year, date, scope, { missing: true, limit: input.limit }) : [], lessons: lessons.rows,
      divisionsAll: counts.all, divisionsMissing: counts.missing, lessonsAll: lessons.all, lessonsMissing: lessons.missing,
    };
  },
};
