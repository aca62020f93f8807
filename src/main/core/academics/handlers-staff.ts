import type { Parsed } from '#contract/index.ts';
import { RollbookError } from '#contract/errors.ts';
import { localDate } from '../kernel/dates.ts';
import type { CommandContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { sortKeyOf } from '../search/index.ts';
import { findOpenYear } from '../settings/index.ts';
import { person, staff, staffAssignment } from '../store/schema/index.ts';
import { need, wrong } from './refuse.ts';
import { readAssignments, readStaff, readStaffRecord, readUsers } from './repo-staff.ts';
import { addDays } from './rules-calendar.ts';

type Draft = Parsed<'staff.save'>['staff'];

/** The assignment of a draft becomes the one in force; another one ends the day before. A head of department also teaches: that assignment stays. */
function assign(ctx: CommandContext, staffId: string, { departmentId, role, since }: Draft): void {
  const standing = readAssignments(ctx.db, staffId, localDate(ctx.now));
  const same = standing.find((one) => one.departmentId === departmentId && one.role === role);
  if (same) ctx.db.update(staffAssignment, same.id, { startDate: since });
  for (const other of standing.filter((one) => one.id !== same?.id && role !== 'head')) {
    const lastDay = addDays(same ? localDate(ctx.now) : since, -1);
    if (other.startDate > lastDay) ctx.db.remove(staffAssignment, other.id);
    else ctx.db.update(staffAssignment, other.id, { endDate: lastDay });
  }
  if (!same && departmentId !== null) ctx.db.insert(staffAssignment, { staffId, departmentId, role, startDate: since });
}

/** Those who teach and work at the school. */
export const staffHandlers: Handlers<Named<'staff'>> = {
  'staff.list': (ctx, { archived }) => {
    const today = localDate(ctx.now);
    const year = findOpenYear(ctx.db);
    return { staff: readStaff(ctx.db, archived, year?.id ?? null, year && today > year.endDate ? year.endDate : today) };
  },
  'staff.save'(ctx, { id, rev, staff: draft }) {
    const { familyEl, givenEl, familyLatin, givenLatin, code, departmentId, userId } = draft;
    const holder = userId === null ? undefined : readUsers(ctx.db).find((one) => one.id === userId);
    if (userId !== null && !holder) throw wrong('staff.userId', 'required');
    if (holder && holder.staffId !== null && holder.staffId !== id) throw wrong('staff.userId', 'userLinked');
    const names = { familyEl, givenEl, familyLatin, givenLatin, sortKey: sortKeyOf(familyEl, givenEl) };
    let staffId = id;
    if (staffId === null) staffId = ctx.db.insert(staff, { personId: ctx.db.insert(person, names), code, departmentId, userId });
    else {
      const record = need(readStaffRecord(ctx.db, staffId));
      if (rev !== record.rev) throw new RollbookError('conflict');
      ctx.db.update(person, record.personId, names);
      ctx.db.update(staff, staffId, { code, departmentId, userId });
    }
    assign(ctx, staffId, draft);
    return { id: staffId, rev: need(readStaffRecord(ctx.db, staffId)).rev };
  },
  'staff.setArchived'(ctx, { id, rev, archived }) {
    const record = need(readStaffRecord(ctx.db, id));
    if (rev !== record.rev) throw new RollbookError('conflict');
    ctx.db.update(staff, id, { archivedAt: archived ? ctx.now : null });
    return { id, rev: need(readStaffRecord(ctx.db, id)).rev };
  },
  'staff.users': (ctx) => ({ users: readUsers(ctx.db) }),
};
