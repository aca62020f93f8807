import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../../../../tests/fixtures/core.ts';
import { sortKeyOf } from '../search/index.ts';
import { readSchoolId, readYears } from '../settings/index.ts';
import { academicYear, course, org, person, section, sectionEnrolment, student } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';

let school: TestCore;
let ids: { students: string[]; sections: string[]; courses: string[]; departments: string[]; years: string[] };
beforeAll(async () => {
  school = await openTestCore();
  ids = school.plant((db) => {
    const years = [readYears(db)[0]?.id ?? '', db.insert(academicYear, { label: '2025-26', startDate: '2025-09-11', endDate: '2026-06-15', status: 'closed' })];
    const departments = ['Α', 'Β'].map((name) => db.insert(org, { parentId: readSchoolId(db), type: 'department', nameEl: name, nameEn: name }));
    const courses = ['Κ1', 'Κ2', 'Κ3'].map((code, at) => db.insert(course, { code, nameEl: code, nameEn: code, departmentId: departments[at] ?? null }));
    const sections = courses.flatMap((courseId) => years.map((yearId, at) => db.insert(section, { courseId, yearId: years[0] === yearId ? yearId : years[0] ?? '', code: `${courseId.slice(-3)}${at}` })));
    const students = ['1', '2', '3'].map((studentNo) => db.insert(student, { studentNo, personId: db.insert(person, { familyEl: studentNo, givenEl: 'Α', sortKey: sortKeyOf(studentNo, 'Α') }) }));
    return { students, sections, courses, departments, years };
  });
});
afterAll(() => school.close());

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const places = (db: Writer) => db.all<{ id: string }>('SELECT id FROM section_enrolment ORDER BY id').map(({ id }) => id);

type Step = [kind: 'place' | 'end' | 'move' | 'remove' | 'bringBack' | 'delete' | 'regroup' | 'reassign' | 'archiveSection', a: number, b: number];

function take(db: Writer, [kind, a, b]: Step): void {
  const known = places(db);
  const endDate = b % 3 === 0 ? null : `2026-1${b % 3}-0${1 + (a % 9)}`;
  if (kind === 'place' || known.length === 0) db.insert(sectionEnrolment, { studentId: at(ids.students, a), sectionId: at(ids.sections, b), startDate: '2026-09-11', endDate });
  else if (kind === 'end') db.update(sectionEnrolment, at(known, a), { endDate, deletedAt: null });
  else if (kind === 'move') db.update(sectionEnrolment, at(known, a), { sectionId: at(ids.sections, b), studentId: at(ids.students, a + b), deletedAt: null });
  else if (kind === 'remove') db.update(sectionEnrolment, at(known, a), { deletedAt: 1 });
  else if (kind === 'bringBack') db.update(sectionEnrolment, at(known, a), { deletedAt: null });
  else if (kind === 'delete') db.run('DELETE FROM section_enrolment WHERE id = ?', [at(known, a)]);
  else if (kind === 'regroup') db.update(course, at(ids.courses, a), { departmentId: b % 3 === 2 ? null : at(ids.departments, b) });
  else if (kind === 'reassign') db.update(section, at(ids.sections, a), { courseId: at(ids.courses, b), yearId: ids.years[0] ?? '', deletedAt: null });
  else db.update(section, at(ids.sections, a), { deletedAt: b % 2 ? 1 : null });
}

it('whose students a department’s are always follows from the places, whatever is done to them', () => {
  const step: fc.Arbitrary<Step> = fc.tuple(fc.constantFrom('place', 'place', 'place', 'end', 'move', 'remove', 'bringBack', 'delete', 'regroup', 'reassign', 'archiveSection'), fc.nat(8), fc.nat(8));
  const kept = 'SELECT studentId, departmentId, yearId, lastDay FROM department_student ORDER BY 1, 2, 3';
  const anew = `SELECT se.studentId, c.departmentId, s.yearId, max(coalesce(se.endDate, '9999-12-31')) AS lastDay FROM section_enrolment se JOIN section s ON s.id = se.sectionId JOIN course c ON c.id = s.courseId
    WHERE se.deletedAt IS NULL AND s.deletedAt IS NULL AND c.deletedAt IS NULL AND c.departmentId IS NOT NULL GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
    school.plant((db) => { for (const each of steps) take(db, each); });
    const { reader } = school.environment;
    expect(reader.all(kept)).toEqual(reader.all(anew));
  }), { numRuns: 150 });
});
