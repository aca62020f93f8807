import { RollbookError } from '#contract/errors.ts';
import { localDate } from '../kernel/dates.ts';
import type { CommandContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { readSchoolId } from '../settings/index.ts';
import { course, org, staffAssignment } from '../store/schema/index.ts';
import { need, wrong } from './refuse.ts';
import { isCodeTaken, readCourses, readDepartmentNames, readDepartments, readHeads, readScaleNames } from './repo-courses.ts';
import { readStaffNames } from './repo-staff.ts';
import { addDays } from './rules-calendar.ts';

/** Ends what a department's head was until yesterday, and gives it to another from today. */
function setHead(ctx: CommandContext, departmentId: string, staffId: string | null): void {
  const today = localDate(ctx.now);
  const heads = readHeads(ctx.db, departmentId, today);
  for (const head of heads.filter((one) => one.staffId !== staffId)) {
    if (head.startDate >= today) ctx.db.remove(staffAssignment, head.id);
    else ctx.db.update(staffAssignment, head.id, { endDate: addDays(today, -1) });
  }
  if (staffId !== null && !heads.some((head) => head.staffId === staffId)) {
    ctx.db.insert(staffAssignment, { staffId: need(readStaffNames(ctx.db, [staffId]).get(staffId)).staffId, departmentId, role: 'head', startDate: today });
  }
}

/** Departments and the courses that they give. */
export const courseHandlers: Handlers<Named<'departments'> | Named<'courses'>> = {
  'departments.list'(ctx) {
    const rows = readDepartments(ctx.db, localDate(ctx.now));
    const names = readStaffNames(ctx.db, rows.flatMap(({ headId }) => (headId ? [headId] : [])));
    return { departments: rows.map(({ headId, ...row }) => ({ ...row, head: (headId && names.get(headId)) || null })) };
  },
  'departments.save'(ctx, { id, rev, department: { headStaffId, ...names } }) {
    if (id !== null && !readDepartmentNames(ctx.db).some((one) => one.id === id)) throw new RollbookError('notFound');
    const saved = id === null
      ? { id: ctx.db.insert(org, { type: 'department', parentId: readSchoolId(ctx.db), ...names }), rev: 1 }
      : { id, rev: ctx.db.update(org, id, names, rev) };
    setHead(ctx, saved.id, headStaffId);
    return saved;
  },
  'departments.remove'(ctx, { id, rev }) {
    const department = need(readDepartments(ctx.db, localDate(ctx.now)).find((one) => one.id === id));
    if (department.courses > 0 || department.staff > 0) throw new RollbookError('refused', { messageKey: 'departmentUsed', params: { courses: department.courses, staff: department.staff } });
    setHead(ctx, id, null);
    ctx.db.remove(org, id, rev);
    return {};
  },
  'courses.list': (ctx, { archived }) => ({ courses: readCourses(ctx.db, archived), departments: readDepartmentNames(ctx.db), scales: readScaleNames(ctx.db) }),
  'courses.save'(ctx, { id, rev, course: draft }) {
    if (isCodeTaken(ctx.db, draft.code, id)) throw wrong('course.code', 'courseCodeTaken');
    if (id === null) return { id: ctx.db.insert(course, draft), rev: 1 };
    return { id, rev: ctx.db.update(course, id, draft, rev) };
  },
  'courses.setArchived': (ctx, { id, rev, archived }) => ({ id, rev: ctx.db.update(course, id, { archivedAt: archived ? ctx.now : null }, rev) }),
};
