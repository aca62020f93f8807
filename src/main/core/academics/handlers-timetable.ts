import { RollbookError } from '#contract/errors.ts';
import type { MeetingDetails } from '#contract/sections.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { meeting } from '../store/schema/index.ts';
import { dayWithin, need, noteReason } from './refuse.ts';
import { describeClashes, findConflicts, readYearLessons, type Proposed } from './repo-conflicts.ts';
import { isStudentInScope } from '../people/index.ts';
import { readSection, readTeachers } from './repo-sections.ts';
import { readBusy, readMeeting, readWeek, readWho } from './repo-timetable.ts';
import { readYear } from './repo-years.ts';
import { findClashes } from './rules-timetable.ts';

/** The list of clashes is to be worked through: more than this nobody reads at once. */
const shownClashes = 300;

function proposedOf(ctx: QueryContext | CommandContext, draft: MeetingDetails, exceptId: string | null): Proposed {
  const { yearId, room } = need(readSection(ctx.db, draft.sectionId, '9999'));
  const { sectionId, weekday, startTime, endTime } = draft;
  return { sectionId, yearId, weekday, startTime, endTime, room: draft.room ?? room, exceptId };
}

/** The weekly timetable. */
export const timetableHandlers: Handlers<Named<'timetable'> | Named<'meetings'>> = {
  'timetable.week'(ctx, { yearId, by, key, level }) {
    const scope = ctx.rows();
    const year = need(readYear(ctx.db, yearId));
    if (by === 'student' && !isStudentInScope(ctx.db, key, scope)) throw new RollbookError('notFound');
    const on = dayWithin(ctx.now, year);
    const { lessons, sections } = readWeek(ctx.db, { yearId, by, key, level, on }, scope);
    const teachers = readTeachers(ctx.db, [...new Set(lessons.map(({ sectionId }) => sectionId))], on);
    return {
      name: by === 'student' || by === 'teacher' ? readWho(ctx.db, by === 'teacher' ? 'staff' : 'student', key) : null,
      lessons: lessons.map((lesson) => ({ ...lesson, teachers: teachers.get(lesson.sectionId) ?? [] })), sections,
    };
  },
  'timetable.conflicts': (ctx, { meeting: draft, exceptId }) => ({ conflicts: findConflicts(ctx.db, proposedOf(ctx, draft, exceptId)) }),
  'timetable.busy'(ctx, { sectionId, exceptId }) {
    const { yearId, room } = need(readSection(ctx.db, sectionId, '9999'));
    return { times: readBusy(ctx.db, { sectionId, yearId, room, exceptId }) };
  },
  'timetable.clashes'(ctx, { yearId }) {
    const { lessons, staff, students, termsOf } = readYearLessons(ctx.db, need(readYear(ctx.db, yearId)));
    return { clashes: describeClashes(ctx.db, findClashes(lessons, staff, students, termsOf).slice(0, shownClashes)) };
  },
  'meetings.save'(ctx, { id, rev, meeting: draft, acceptClashes, reason }) {
    if (id !== null && need(readMeeting(ctx.db, id)).sectionId !== draft.sectionId) throw new RollbookError('notFound');
    const conflicts = findConflicts(ctx.db, proposedOf(ctx, draft, id));
    if (conflicts.length > 0 && !acceptClashes) return { state: 'clashes', conflicts };
    noteReason(ctx, reason);
    if (id === null) return { state: 'saved', id: ctx.db.insert(meeting, draft), rev: 1 };
    return { state: 'saved', id, rev: ctx.db.update(meeting, id, draft, rev) };
  },
  'meetings.remove'(ctx, { id, rev, reason }) {
    noteReason(ctx, reason);
    ctx.db.remove(meeting, id, rev);
    return {};
  },
};
