import type { RowScope, ScopeCondition } from './scope.ts';

/** A place counts up to its last day: one that ends on Friday is live until then. */
const isLive = `(se.endDate IS NULL OR se.endDate >= date('now', 'localtime'))`;

/**
 * SQL that limits a column of student ids to a scope: students with a live place in a section that the caller teaches,
 * or in a section of a course of the caller's department.
 * CROSS JOIN fixes the order of the tables: from the caller to the students, along indexes.
 */
export function studentsInScope(scope: RowScope, column: string): ScopeCondition {
  if (scope.all) return { sql: '1', params: {} };
  const parts: string[] = [];
  const params: Record<string, string | null> = {};
  if (scope.staffOf) {
    parts.push(`SELECT se.studentId FROM staff st
      CROSS JOIN section_staff ss ON ss.staffId = st.id AND ss.deletedAt IS NULL AND ss.endDate IS NULL
      CROSS JOIN section_enrolment se ON se.sectionId = ss.sectionId AND se.deletedAt IS NULL AND ${isLive}
      WHERE st.userId = @scopeUser AND st.deletedAt IS NULL`);
    params.scopeUser = scope.staffOf;
  }
  if (scope.departments.length > 0) {
    parts.push(`SELECT se.studentId FROM course c
      CROSS JOIN section s ON s.courseId = c.id AND s.deletedAt IS NULL
      CROSS JOIN section_enrolment se ON se.sectionId = s.id AND se.deletedAt IS NULL AND ${isLive}
      WHERE c.departmentId IN (SELECT value FROM json_each(@scopeDepartments)) AND c.deletedAt IS NULL`);
    params.scopeDepartments = JSON.stringify(scope.departments);
  }
  if (parts.length === 0) return { sql: '0', params: {} };
  return { sql: `${column} IN (${parts.join(' UNION ')})`, params };
}

/** SQL that limits a column of section ids to a scope: the sections that the caller teaches, and those of the caller's departments. */
export function sectionsInScope(scope: RowScope, column: string): ScopeCondition {
  if (scope.all) return { sql: '1', params: {} };
  const parts: string[] = [];
  const params: Record<string, string | null> = {};
  if (scope.staffOf) {
    parts.push(`SELECT ss.sectionId FROM staff st CROSS JOIN section_staff ss ON ss.staffId = st.id AND ss.deletedAt IS NULL AND ss.endDate IS NULL
      WHERE st.userId = @scopeUser AND st.deletedAt IS NULL`);
    params.scopeUser = scope.staffOf;
  }
  if (scope.departments.length > 0) {
    parts.push(`SELECT s.id FROM course c CROSS JOIN section s ON s.courseId = c.id AND s.deletedAt IS NULL
      WHERE c.departmentId IN (SELECT value FROM json_each(@scopeDepartments)) AND c.deletedAt IS NULL`);
    params.scopeDepartments = JSON.stringify(scope.departments);
  }
  if (parts.length === 0) return { sql: '0', params: {} };
  return { sql: `${column} IN (${parts.join(' UNION ')})`, params };
}
