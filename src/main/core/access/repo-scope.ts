import type { DepartmentReach, RowScope, ScopeCondition } from './scope.ts';

const today = `date('now', 'localtime')`;
/** A place counts up to its last day: one that ends on Friday is live until then. */
const isLive = (row: string) => `(${row}.endDate IS NULL OR ${row}.endDate >= ${today})`;
const openYear = `(SELECT id FROM academic_year WHERE status = 'open' AND deletedAt IS NULL ORDER BY startDate DESC LIMIT 1)`;

/** Which places in a department's sections make its students: by span. */
const placesBySpan: Record<DepartmentReach['span'], string> = {
  now: `AND ${isLive('se')}`, year: `AND s.yearId = ${openYear}`, always: '',
};
const spans = ['now', 'year', 'always'] as const;

/** The member of staff that an account belongs to. */
const own = `staff st`;
const isOwn = (param: string) => `st.userId = @${param} AND st.deletedAt IS NULL`;
/** The sections that one teaches today, from the account along indexes. */
const taught = `${own} CROSS JOIN section_staff ss ON ss.staffId = st.id AND ss.deletedAt IS NULL AND ${isLive('ss')}`;

interface Part { sql: string; params: Record<string, string> }
const idsIn = (param: string) => `(SELECT value FROM json_each(@${param}))`;

function departmentParts(departments: readonly DepartmentReach[], select: (param: string, span: DepartmentReach['span']) => string): Part[] {
  return spans.flatMap((span) => {
    const ids = departments.filter((each) => each.span === span).map(({ orgId }) => orgId);
    const param = `scopeDepartments_${span}`;
    return ids.length === 0 ? [] : [{ sql: select(param, span), params: { [param]: JSON.stringify(ids) } }];
  });
}

function unite(column: string, parts: readonly Part[]): ScopeCondition {
  if (parts.length === 0) return { sql: '0', params: {} };
  return { sql: `${column} IN (${parts.map(({ sql }) => sql).join(' UNION ')})`, params: Object.assign({}, ...parts.map(({ params }) => params)) as Record<string, string> };
}

/**
 * SQL that limits a column of student ids to a scope: students with a live place in a section that the caller teaches, in the caller's class
 * division, in a section of a course of the caller's departments, or the caller themselves.
 * CROSS JOIN fixes the order of the tables: from the caller to the students, along indexes.
 */
export function studentsInScope(scope: RowScope, column: string): ScopeCondition {
  if (scope.all) return { sql: '1', params: {} };
  const parts = departmentParts(scope.departments, (param, span) => `SELECT se.studentId FROM course c
    CROSS JOIN section s ON s.courseId = c.id AND s.deletedAt IS NULL
    CROSS JOIN section_enrolment se ON se.sectionId = s.id AND se.deletedAt IS NULL ${placesBySpan[span]}
    WHERE c.departmentId IN ${idsIn(param)} AND c.deletedAt IS NULL`);
  if (scope.staffOf) {
    parts.push({ params: { scopeUser: scope.staffOf }, sql: `SELECT se.studentId FROM ${taught}
      CROSS JOIN section_enrolment se ON se.sectionId = ss.sectionId AND se.deletedAt IS NULL AND ${isLive('se')} WHERE ${isOwn('scopeUser')}` });
  }
  if (scope.homeroomOf) {
    parts.push({ params: { scopeHomeroom: scope.homeroomOf }, sql: `SELECT hm.studentId FROM ${own}
      CROSS JOIN homeroom h ON h.staffId = st.id AND h.deletedAt IS NULL
      CROSS JOIN homeroom_membership hm ON hm.yearId = h.yearId AND hm.level = h.level AND hm.division = h.division AND hm.deletedAt IS NULL AND ${isLive('hm')}
      WHERE ${isOwn('scopeHomeroom')}` });
  }
  if (scope.selfOf) {
    parts.push({ params: { scopeSelf: scope.selfOf }, sql: 'SELECT own.id FROM user u CROSS JOIN student own ON own.personId = u.personId AND own.deletedAt IS NULL WHERE u.id = @scopeSelf' });
  }
  return unite(column, parts);
}

/** SQL that limits a column of section ids to a scope: the sections that the caller teaches, those of the caller's class division and of the caller's departments. */
export function sectionsInScope(scope: RowScope, column: string): ScopeCondition {
  if (scope.all) return { sql: '1', params: {} };
  // A department's sections are its own in every year; the span is about students.
  const ids = [...new Set(scope.departments.map(({ orgId }) => orgId))];
  const parts: Part[] = ids.length === 0 ? [] : [{ params: { scopeDepartments: JSON.stringify(ids) }, sql: `SELECT s.id FROM course c
    CROSS JOIN section s ON s.courseId = c.id AND s.deletedAt IS NULL WHERE c.departmentId IN ${idsIn('scopeDepartments')} AND c.deletedAt IS NULL` }];
  if (scope.staffOf) parts.push({ params: { scopeUser: scope.staffOf }, sql: `SELECT ss.sectionId FROM ${taught} WHERE ${isOwn('scopeUser')}` });
  if (scope.homeroomOf && scope.homeroomSections) {
    parts.push({ params: { scopeHomeroom: scope.homeroomOf }, sql: `SELECT s.id FROM ${own} CROSS JOIN homeroom h ON h.staffId = st.id AND h.deletedAt IS NULL
      CROSS JOIN section s ON s.yearId = h.yearId AND s.level = h.level AND s.division = h.division AND s.deletedAt IS NULL WHERE ${isOwn('scopeHomeroom')}` });
  }
  return unite(column, parts);
}
