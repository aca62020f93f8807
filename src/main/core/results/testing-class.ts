import { openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';
import { course, postedGrade, section, sectionEnrolment } from '../store/schema/index.ts';

/** A class of a real school: students A to E by number, three courses with credits 1, 2 and 3, two terms. */
export interface TestClass {
  school: TestCore; yearId: string; terms: [string, string]; scaleId: string; students: string[]; courses: string[]; sections: string[];
  /** Posts a grade and returns its id. */
  post: (student: number, course: number, term: number, value: number, more?: { scaleId?: string; reason?: string; inputs?: string }) => string;
  /** Replaces a posted grade as a correction does. */
  correct: (oldId: string, newId: string) => void;
}

/** Opens such a class; nothing is posted yet. */
export async function openTestClass(size = 5): Promise<TestClass> {
  const school = await openTestCore();
  const { reader } = school.environment;
  const yearId = (await school.admin.call('students.facets', {})).years[0]?.id ?? '';
  const [first, second] = reader.all<{ id: string }>('SELECT id FROM term WHERE type <> \'year\' ORDER BY startDate').map(({ id }) => id);
  const scaleId = reader.get<{ id: string }>(`SELECT id FROM scale WHERE kind = 'greek20'`)?.id ?? '';
  const students: string[] = [];
  for (let i = 0; i < size; i += 1) {
    const details = studentForm({ studentNo: String(100 + i), familyEl: `${'ΑΒΓΔΕΖΗ'[i] ?? 'Ω'}λφα`, familyLatin: null, givenLatin: null });
    const { id } = await school.admin.call('students.create', { details, enrolment: { level: 'Β', division: i < 5 ? 'Β1' : 'Β2', yearId, entryDate: '2026-09-11' } });
    students.push(id);
  }
  const { courses, sections } = school.plant((db) => {
    const courseIds = ['ΑΛΓ', 'ΦΥΣ', 'ΙΣΤ'].map((code, i) => db.insert(course, { code, nameEl: `Μάθημα ${code}`, nameEn: `Course ${code}`, credits: i + 1, weeklyHours: i + 1 }));
    const sectionIds = courseIds.map((courseId, i) => db.insert(section, { courseId, yearId, code: `Σ${i}`, level: 'Β', division: 'Β1' }));
    for (const sectionId of sectionIds) for (const studentId of students) db.insert(sectionEnrolment, { sectionId, studentId, startDate: '2026-09-11' });
    return { courses: courseIds, sections: sectionIds };
  });
  return {
    school, yearId, terms: [first ?? '', second ?? ''], scaleId, students, courses, sections,
    post: (student, index, term, value, more = {}) => school.plant((db) => db.insert(postedGrade, {
      sectionId: sections[index] ?? '', termId: [first, second][term] ?? '', studentId: students[student] ?? '', scaleId, value, ...more,
    })),
    correct: (oldId, newId) => school.plant((db) => { db.update(postedGrade, oldId, { replacedById: newId }); }),
  };
}
