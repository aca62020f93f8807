import type { DepartmentReach, RowScope, ScopeCondition } from './scope.ts';

const today = `date('now', 'localtime')`;
/** A place counts up to its last day: one that ends on Friday is live until then. */
const isLive = (row: string) => `(${row}.endDate IS NULL OR ${row}.endDate >= ${today})`;

/** Which of a department's students count, by span. */
const bySpan: Record<DepartmentReach['span'], string> = {
  now: `AND r.lastDay >= ${today}`, always: '',
  // Between two terms, and in the holidays, the one that began last still counts. Before the first of all there is only today.
  term: `AND r.lastDay >= coalesce((SELECT startDate FROM term WHERE startDate <= ${today} AND type NOT IN ('year', 'exam') AND deletedAt IS NULL ORDER BY startDate DESC LIMIT 1), ${today})`,
  year: `AND r.yearId = (SELECT id FROM academic_year WHERE status = 'open' AND deletedAt IS NULL ORDER BY startDate DESC LIMIT 1)`,
};
const spans = ['now', 'term', 'year', 'always'] as const;

/** The entry of an account as a member of staff, and the sections that one teaches today. CROSS JOIN fixes the order: from the account along indexes. */
const ofStaff = (param: string) => `st.userId = @${param} AND st.deletedAt IS NULL`;
const taught = `staff st CROSS JOIN section_staff ss ON ss.staffId = st.id AND ss.deletedAt IS NULL AND ${isLive('ss')}`;
const led = `staff st CROSS JOIN homeroom h ON h.staffId = st.id AND h.deletedAt IS NULL`;

interface Part { sql: string; params: Record<string, string> }

/** One of several ways to be within a scope. */
function either(parts: readonly Part[]): ScopeCondition {
  if (parts.length === 0) return { sql: '0', params: {} };
  return { sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`, params: Object.assign({}, ...parts.map(({ params }) => params)) as Record<string, string> };
}

/** Asked of one student at a time: a department may have all of the school's, and a set of fifty thousand would be made anew for each call. */
function ofDepartments(column: string, departments: readonly DepartmentReach[]): Part[] {
  return spans.flatMap((span) => {
    const ids = departments.filter((each) => each.span === span).map(({ orgId }) => orgId);
    const param = `scopeDepartments_${span}`;
    return ids.length === 0 ? [] : [{
      params: { [param]: JSON.stringify(ids) },
      sql: `EXISTS (SELECT 1 FROM department_student r WHERE r.studentId = ${column} AND r.departmentId IN (SELECT value FROM json_each(@${param})) ${bySpan[span]})`,
    }];
  });
}

/**
 * SQL that limits a column of student ids to a scope: students with a live place in a section that the caller teaches, in the caller's class
 * division, in a section of a course of the caller's departments, or the caller themselves.
 */
export function studentsInScope(scope: RowScope, column: string): ScopeCondition {
  if (scope.all) return { sql: '1', params: {} };
  const parts = ofDepartments(column, scope.departments);
  if (scope.staffOf) {
    parts.push({ params: { scopeUser: scope.staffOf }, sql: `${column} IN (SELECT se.studentId FROM ${taught}
      CROSS JOIN section_enrolment se ON se.sectionId = ss.sectionId AND se.deletedAt IS NULL AND ${isLive('se')} WHERE ${ofStaff('scopeUser')})` });
  }
  if (scope.homeroomOf) {
    parts.push({ params: { scopeHomeroom: scope.homeroomOf }, sql: `${column} IN (SELECT hm.studentId FROM ${led}
      CROSS JOIN homeroom_membership hm ON hm.yearId = h.yearId AND hm.level = h.level AND hm.division = h.division AND hm.deletedAt IS NULL AND ${isLive('hm')}
      WHERE ${ofStaff('scopeHomeroom')})` });
  }
  if (scope.selfOf) {
    parts.push({ params: { scopeSelf: scope.selfOf }, sql: `${column} IN (SELECT me.id FROM user u CROSS JOIN student me ON me.personId = u.personId AND me.deletedAt IS NULL WHERE u.id = @scopeSelf)` });
  }
  return either(parts);
}

/** SQL that limits a column of section ids to a scope: the sections that the caller teaches, those of the caller's class division and of the caller's departments. */
export function sectionsInScope(scope: RowScope, column: string): ScopeCondition {
  if (scope.all) return { sql: '1', params: {} };
  // A department's sections are its own in every year; the span is about students.
  const ids = [...new Set(scope.departments.map(({ orgId }) => orgId))];
  const parts: Part[] = ids.length === 0 ? [] : [{ params: { scopeDepartments: JSON.stringify(ids) }, sql: `${column} IN (SELECT s.id FROM course c
    CROSS JOIN section s ON s.courseId = c.id AND s.deletedAt IS NULL WHERE c.departmentId IN (SELECT value FROM json_each(@scopeDepartments)) AND c.deletedAt IS NULL)` }];
  if (scope.staffOf) parts.push({ params: { scopeUser: scope.staffOf }, sql: `${column} IN (SELECT ss.sectionId FROM ${taught} WHERE ${ofStaff('scopeUser')})` });
  if (scope.homeroomOf && scope.homeroomSections) {
    parts.push({ params: { scopeHomeroom: scope.homeroomOf }, sql: `${column} IN (SELECT s.id FROM ${led}
      CROSS JOIN section s ON s.yearId = h.yearId AND s.level = h.level AND s.division = h.division AND s.deletedAt IS NULL WHERE ${ofStaff('scopeHomeroom')})` });
  }
  return either(parts);
}
