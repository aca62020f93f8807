import { openTestCore, type TestCore } from '../../../../tests/fixtures/core.ts';
import { sortKeyOf } from '../search/index.ts';
import { readSchoolId, readYears } from '../settings/index.ts';
import { course, enrolment, person, section, sectionEnrolment, sectionStaff, staff, student } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';

/** A school with a section of some students, and its terms and categories. */
export interface TestSection extends TestCore {
  sectionId: string; courseId: string; yearId: string; first: string; second: string;
  students: string[]; categories: { tests: string; short: string; homework: string };
  /** Adds a piece of work of the first term; returns its id. */
  assess: (more?: { title?: string; categoryId?: string; maxScore?: number; weight?: number; dueDate?: string; termId?: string }) => Promise<string>;
  /** Enters one cell that was empty. */
  enter: (assessmentId: string, studentId: string, value: number) => Promise<void>;
}

const needed = (db: Writer, sql: string): string => {
  const row = db.get<{ id: string }>(sql);
  if (!row) throw new Error('the starting data has changed');
  return row.id;
};

function plantMember(db: Writer, number: number, place: { sectionId: string; yearId: string }): string {
  const familyEl = `Οικογένεια${String(number).padStart(2, '0')}`;
  const personId = db.insert(person, { familyEl, givenEl: 'Μαρία', sortKey: sortKeyOf(familyEl, 'Μαρία') });
  const studentId = db.insert(student, { personId, studentNo: `G${number}` });
  db.insert(enrolment, { studentId, orgId: readSchoolId(db), yearId: place.yearId, level: 'Β', division: 'Β1', entryDate: '2026-09-11' });
  db.insert(sectionEnrolment, { sectionId: place.sectionId, studentId, startDate: '2026-09-11' });
  return studentId;
}

/** Opens a school with one section of `size` students. The clock stands on 24 November 2026. */
export async function openTestSection(size = 3): Promise<TestSection> {
  const school = await openTestCore({ clock: () => Date.parse('2026-11-24T09:00:00Z') });
  const made = school.plant((db) => {
    const yearId = readYears(db)[0]?.id ?? '';
    const courseId = db.insert(course, { code: 'ΑΛΓ-Β', nameEl: 'Άλγεβρα', nameEn: 'Algebra', weeklyHours: 3 });
    const sectionId = db.insert(section, { courseId, yearId, code: 'ΑΛΓ-Β1', level: 'Β', division: 'Β1' });
    const category = (position: number) => needed(db, `SELECT id FROM grading_category WHERE position = ${position}`);
    return {
      yearId, courseId, sectionId, students: Array.from({ length: size }, (_, i) => plantMember(db, i, { sectionId, yearId })),
      first: needed(db, 'SELECT id FROM term ORDER BY startDate LIMIT 1'), second: needed(db, 'SELECT id FROM term ORDER BY startDate DESC LIMIT 1'),
      categories: { tests: category(0), short: category(1), homework: category(2) },
    };
  });
  const { sectionId, first, categories } = made;
  return {
    ...school, ...made,
    async assess(more = {}) {
      const { id } = await school.admin.call('assessments.save', {
        sectionId, assessment: { termId: first, categoryId: categories.tests, title: 'Δοκιμασία', maxScore: 20, weight: 1, dueDate: '2026-10-06', ...more },
      });
      return id;
    },
    async enter(assessmentId, studentId, value) {
      await school.admin.call('gradebook.saveScores', { sectionId, termId: first, cells: [{ assessmentId, studentId, rev: 0, state: 'scored', value }] });
    },
  };
}

/** Makes a user the teacher of a section. */
export function teachSection(db: Writer, sectionId: string, username: string): void {
  const userId = db.get<{ id: string }>(`SELECT id FROM user WHERE username = ?`, [username])?.id ?? null;
  const personId = db.insert(person, { familyEl: 'Δάσκαλος', givenEl: username, sortKey: username });
  const staffId = db.insert(staff, { personId, userId });
  db.insert(sectionStaff, { sectionId, staffId, role: 'primary', startDate: '2026-09-11' });
}
