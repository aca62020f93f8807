import { RollbookError } from '#contract/errors.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { bellPeriod, homeroom, meeting } from '../store/schema/index.ts';
import { dayWithin, need, noteReason, wrong } from './refuse.ts';
import { countInDivision, findHomeroom, findMoved, readBells, readHomeroom, readHomerooms } from './repo-homerooms.ts';
import { readStaffNames } from './repo-staff.ts';
import { readYear } from './repo-years.ts';

/** Class divisions as places, and the hours of the school's day. */
export const homeroomHandlers: Handlers<Named<'homerooms'> | Named<'bells'>> = {
  'homerooms.list'(ctx, { yearId }) {
    const year = need(readYear(ctx.db, yearId));
    const rows = readHomerooms(ctx.db, yearId, dayWithin(ctx.now, year));
    const names = readStaffNames(ctx.db, rows.flatMap(({ staffId }) => (staffId ? [staffId] : [])));
    return { homerooms: rows.map(({ staffId, ...row }) => ({ ...row, teacher: (staffId && names.get(staffId)) || null })) };
  },
  'homerooms.save'(ctx, { id, rev, homeroom: draft, reason }) {
    const year = need(readYear(ctx.db, draft.yearId));
    const same = findHomeroom(ctx.db, draft.yearId, draft.level, draft.division);
    if (same && same.id !== id) throw wrong('homeroom.division', 'divisionTaken');
    noteReason(ctx, reason);
    if (id === null) return { id: ctx.db.insert(homeroom, draft), rev: 1 };
    const known = need(readHomeroom(ctx.db, id));
    const renamed = known.level !== draft.level || known.division !== draft.division;
    // Students are in a division by its name: it cannot change under them here.
    if (renamed && countInDivision(ctx.db, known.yearId, known.level, known.division, dayWithin(ctx.now, year)) > 0) throw wrong('homeroom.division', 'divisionHasStudents');
    return { id, rev: ctx.db.update(homeroom, id, draft, rev) };
  },
  'homerooms.remove'(ctx, { id, rev, reason }) {
    const { yearId, level, division } = need(readHomeroom(ctx.db, id));
    const students = countInDivision(ctx.db, yearId, level, division, dayWithin(ctx.now, need(readYear(ctx.db, yearId))));
    if (students > 0) throw new RollbookError('refused', { messageKey: 'divisionHasStudents' });
    noteReason(ctx, reason);
    ctx.db.remove(homeroom, id, rev);
    return {};
  },
  'bells.list': (ctx) => ({ periods: readBells(ctx.db).map(({ number, startTime, endTime }) => ({ number, startTime, endTime })) }),
  'bells.save'(ctx, { periods }) {
    const known = readBells(ctx.db);
    for (const { id, number } of known) if (!periods.some((period) => period.number === number)) ctx.db.remove(bellPeriod, id);
    let moved = 0;
    for (const period of periods) {
      const id = known.find(({ number }) => number === period.number)?.id;
      if (id) ctx.db.update(bellPeriod, id, period);
      else ctx.db.insert(bellPeriod, period);
      for (const meetingId of findMoved(ctx.db, period)) {
        ctx.db.update(meeting, meetingId, { startTime: period.startTime, endTime: period.endTime });
        moved += 1;
      }
    }
    return { moved };
  },
};
