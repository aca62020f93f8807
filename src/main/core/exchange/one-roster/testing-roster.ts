import type { Office } from '../../../../../tests/fixtures/office.ts';
import type { Bundle } from '../../oneroster/index.ts';

/** Two students of a division with a class, its teacher, a guardian, one who must keep away, and a mark. */
export async function plantRoster(office: Office): Promise<void> {
  const { years } = await office.call('years.list', {});
  const [year] = years, term = year?.terms.find(({ type }) => type === 'semester');
  const yearId = year?.id ?? '';
  const { id: courseId } = await office.call('courses.save', { course: { code: 'MATH', nameEl: 'Μαθηματικά', nameEn: 'Mathematics', level: 'Α' } });
  const { id: staffId } = await office.call('staff.save', { staff: { familyEl: 'Δήμου', givenEl: 'Άννα', code: 'T1', role: 'teacher', since: '2026-09-01' } });
  await office.call('homerooms.save', { homeroom: { yearId, level: 'Α', division: 'Α1', room: '12', staffId } });
  const { id: sectionId } = await office.call('sections.save', { section: { courseId, yearId, code: 'MATH-Α1', level: 'Α', division: 'Α1', room: '12', termIds: term ? [term.id] : [] } });
  await office.call('sections.saveStaff', { sectionId, staffId, role: 'primary', startDate: '2026-09-01' });
  const ids: string[] = [];
  for (const [studentNo, familyEl, givenEl] of [['001', 'Παπά', 'Ελένη'], ['002', 'Ρήγας', '=Νίκος']] as const) {
    const { id } = await office.call('students.create', {
      details: { studentNo, familyEl, givenEl, familyLatin: 'Latin', givenLatin: 'Name', fatherEl: 'Γεώργιος', birthDate: '2011-02-03', sex: 'female', email: `${studentNo}@sch.example`, mobile: '6900000000' },
      enrolment: { yearId, level: 'Α', division: 'Α1', entryDate: '2026-09-11' },
    });
    ids.push(id);
  }
  const [first = '', second = ''] = ids;
  await office.call('places.add', { sectionId, studentIds: ids, startDate: '2026-09-11' });
  const guardian = { familyEl: 'Παπά', givenEl: 'Μαρία', relation: 'mother' as const };
  await office.call('guardians.save', { studentId: first, guardian });
  await office.call('guardians.save', { studentId: first, guardian: { ...guardian, givenEl: 'Μακριά', relation: 'father', priority: 2, noContact: true } });
  const { schemes: [scheme] } = await office.call('schemes.get', { sectionId });
  const { id: assessmentId } = await office.call('assessments.save', {
    sectionId, assessment: { termId: term?.id ?? '', title: 'Τεστ', maxScore: 20, weight: 1, dueDate: '2026-10-01', description: null, categoryId: scheme?.categories[0]?.id ?? null },
  });
  await office.call('gradebook.saveScores', { sectionId, termId: term?.id ?? '', cells: [{ assessmentId, studentId: first, rev: 0, state: 'scored', value: 18.5 }, { assessmentId, studentId: second, rev: 0, state: 'missing' }] });
}

/** A year of the school as it goes out. */
export async function exportOf(from: Office): Promise<Uint8Array> {
  const { fileId } = await from.job('exports.oneRoster', { language: 'el', results: true });
  return new Uint8Array((await from.call('files.download', { fileId })).content);
}

/** What a bundle would do. */
export async function preview(content: Uint8Array, at: Office) {
  const { fileId } = await at.call('files.upload', { name: 'roster.zip', content: new Uint8Array(content) });
  const { id } = await at.call('imports.create', { fileId });
  const { counts } = await at.job('imports.preview', { id });
  return { id, counts, rows: (fate: 'create' | 'change' | 'same' | 'refused') => at.call('imports.rows', { id, fate, limit: 500 }).then(({ rows }) => rows) };
}

/** Takes a bundle in. */
export async function take(content: Uint8Array, at: Office) {
  const read = await preview(content, at);
  const { rev } = (await at.call('imports.get', { id: read.id })).import;
  return { ...read, ...(await at.job('imports.commit', { id: read.id, rev })) };
}

/** A bundle without what differs from one school to the next: its sourcedIds, by which records name each other. */
export function withoutIds({ records }: Bundle) {
  const names = new Map<string, string>();
  const name = (file: string, id: string, called: string) => names.set(id, `${file} ${called}`);
  records.academicSessions.forEach((each) => name('session', each.sourcedId, each.title));
  records.orgs.forEach((each) => name('org', each.sourcedId, each.type));
  records.courses.forEach((each) => name('course', each.sourcedId, each.courseCode));
  records.classes.forEach((each) => name('class', each.sourcedId, each.classCode));
  records.users.forEach((each) => name('user', each.sourcedId, `${each.familyName} ${each.givenName}`));
  records.categories.forEach((each) => name('category', each.sourcedId, each.title));
  records.lineItems.forEach((each) => name('item', each.sourcedId, each.title));
  const said = (value: string) => value.split(',').map((part) => names.get(part) ?? part).join();
  return Object.fromEntries(Object.entries(records).map(([file, rows]) => [file, rows.map((row) => Object.entries(row)
    .filter(([column]) => column !== 'username' && (column !== 'sourcedId' || file === 'demographics')).map(([column, value]) => `${column}=${said(value)}`).join('|')).sort()]));
}
