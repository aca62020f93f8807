import type { Reader } from '../store/reader.ts';

export interface Named { id: string; nameEl: string; nameEn: string }
interface DepartmentRow extends Named { rev: number; code: string | null; headId: string | null; courses: number; staff: number }

/** Departments with their head of today, and how many courses and members of staff each has. */
export function readDepartments(db: Reader, today: string): DepartmentRow[] {
  return db.all<DepartmentRow>(
    `SELECT o.id, o.rev, o.nameEl, o.nameEn, o.code,
       (SELECT a.staffId FROM staff_assignment a WHERE a.departmentId = o.id AND a.role = 'head' AND a.deletedAt IS NULL
         AND a.startDate <= @today AND coalesce(a.endDate, '9999') >= @today ORDER BY a.startDate DESC LIMIT 1) AS headId,
       (SELECT count(*) FROM course c WHERE c.departmentId = o.id AND c.deletedAt IS NULL AND c.archivedAt IS NULL) AS courses,
       (SELECT count(*) FROM staff s WHERE s.departmentId = o.id AND s.deletedAt IS NULL AND s.archivedAt IS NULL) AS staff
     FROM org o WHERE o.type = 'department' AND o.deletedAt IS NULL ORDER BY o.nameEl`, { today });
}

/** The assignments as head of a department that have not ended by a date. */
export function readHeads(db: Reader, departmentId: string, today: string): { id: string; staffId: string; startDate: string }[] {
  return db.all(
    `SELECT id, staffId, startDate FROM staff_assignment WHERE departmentId = ? AND role = 'head' AND deletedAt IS NULL AND coalesce(endDate, '9999') >= ?`,
    [departmentId, today]);
}

/** Departments by name. */
export function readDepartmentNames(db: Reader): Named[] {
  return db.all<Named>(`SELECT id, nameEl, nameEn FROM org WHERE type = 'department' AND deletedAt IS NULL ORDER BY nameEl`);
}

/** Marking scales by name. */
export function readScaleNames(db: Reader): Named[] {
  return db.all<Named>('SELECT id, nameEl, nameEn FROM scale WHERE deletedAt IS NULL ORDER BY nameEl');
}

export interface CourseRow extends Named {
  rev: number; code: string; departmentId: string | null; level: string | null; scaleId: string | null;
  credits: number | null; ects: number | null; weeklyHours: number | null; archivedAt: number | null; sections: number;
}

/** Courses by level and code, with how many sections each ever had. */
export function readCourses(db: Reader, archived: boolean): CourseRow[] {
  return db.all<CourseRow>(
    `SELECT c.id, c.rev, c.code, c.nameEl, c.nameEn, c.departmentId, c.level, c.scaleId, c.credits, c.ects, c.weeklyHours, c.archivedAt,
       (SELECT count(*) FROM section s WHERE s.courseId = c.id AND s.deletedAt IS NULL) AS sections
     FROM course c WHERE c.deletedAt IS NULL AND (c.archivedAt IS NOT NULL) = ? ORDER BY c.level, c.code`, [Number(archived)]);
}

/** Whether another course, archived or removed, has a code. */
export function isCodeTaken(db: Reader, code: string, exceptId: string | null): boolean {
  return db.get('SELECT 1 FROM course WHERE code = ? AND id <> ?', [code, exceptId ?? '']) !== undefined;
}
