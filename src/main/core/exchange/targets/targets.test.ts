import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ImportTarget } from '#contract/import-targets.ts';
import { plantClasses, plantStudent } from '../../../../../tests/fixtures/classes.ts';
import { openTestCore, type Caller, type TestCore } from '../../../../../tests/fixtures/core.ts';
import { grant, role } from '../../store/schema/index.ts';
import { readContent } from '../../../../../tests/fixtures/content.ts';

let school: TestCore;
let admin: Caller;
let classes: ReturnType<typeof plantClasses>;
let maria: string, anna: string;
beforeAll(async () => {
  school = await openTestCore();
  ({ admin } = school);
  classes = plantClasses(school);
  maria = plantStudent(school, '00101', { yearId: classes.yearId, division: 'Β1', sections: [classes.maths1, classes.history1] }).id;
  anna = plantStudent(school, '00102', { yearId: classes.yearId, division: 'Β2', sections: [classes.maths2] }).id;
});
afterAll(() => school.close());

async function read(lines: string[], target: ImportTarget | null = null) {
  const { fileId } = await admin.call('files.upload', { name: `${lines[0]}.csv`, content: new TextEncoder().encode(lines.join('\r\n')) });
  const { id } = await admin.call('imports.create', { fileId });
  const { counts } = await admin.job('imports.preview', { id, target });
  const { import: summary } = await admin.call('imports.get', { id });
  return { id, counts, target: summary.target, rows: (await admin.call('imports.rows', { id })).rows, commit: () => admin.job('imports.commit', { id, rev: summary.rev }) };
}
/** The school's records, without the imports themselves. */
const records = () => Object.fromEntries(Object.entries(readContent(school.environment.reader)).filter(([table]) => table !== 'import_job' && table !== 'stored_file'));
const problems = (rows: Awaited<ReturnType<typeof read>>['rows']) => rows.map((row) => row.problems.map(({ messageKey }) => messageKey.replace('import.', '')).join());

describe('a file of courses', () => {
  const lines = ['Κωδικός μαθήματος;Μάθημα;Μάθημα (αγγλικά);Τάξη;Ώρες', 'ΦΥΣ;Φυσική;Physics;Β;2', 'ΜΑΘ;Μαθηματικά;Mathematics;Β;4.0', 'ΧΗΜ;;;;1', 'ΒΙΟ;Βιολογία;Biology;Β;πολλές', 'φυσ;Φυσική;Physics;Β;2'];

  it('is recognised, and says what each row would do', async () => {
    const { target, rows, counts } = await read(lines);
    expect(target).toBe('courses');
    expect(counts).toEqual({ create: 1, change: 1, same: 0, refused: 3 });
    expect(rows[1]).toMatchObject({ fate: 'change', cells: expect.arrayContaining([{ field: 'courseEl', before: 'ΜΑΘ', after: 'Μαθηματικά' }, { field: 'weeklyHours', before: null, after: '4' }]) as unknown });
    expect(problems(rows)).toEqual(['', '', 'missingValue', 'countForm', 'sameRecord']);
  });

  it('is written as by hand, finds nothing new the second time, and is taken back whole', async () => {
    const before = records();
    const first = await read(lines);
    expect(await first.commit()).toMatchObject({ counts: { create: 1, change: 1 }, late: [] });
    expect((await admin.call('courses.list', {})).courses.find(({ code }) => code === 'ΦΥΣ')).toMatchObject({ nameEl: 'Φυσική', nameEn: 'Physics', level: 'Β', weeklyHours: 2 });
    expect((await read(lines)).counts).toEqual({ create: 0, change: 0, same: 2, refused: 3 });
    expect(await admin.job('imports.undo', { id: first.id })).toMatchObject({ keptTotal: 0 });
    expect(records()).toEqual(before);
  });
});

describe('a file of staff and one of their classes', () => {
  it('makes the teacher, then the class that names the teacher', async () => {
    const staff = await read(['Κωδικός εκπαιδευτικού;Επώνυμο;Όνομα', '700;Δήμου;Πέτρος', ';Ρήγα;Σοφία', ';;Μόνη']);
    expect(staff).toMatchObject({ target: 'staff', counts: { create: 2, refused: 1 } });
    await staff.commit();
    const made = await read(['Section code,Course,Level,Division,Teacher,Capacity', 'ΛΑΤ-Β1,ΛΑΤ,Β,Β1,Δήμου Πέτρος,25', 'ΜΑΘ-Β1,ΜΑΘ,Β,Β1,Σοφία Ρήγα,', 'ΧΧΧ,Άγνωστο,,,,', 'ΥΥΥ,ΛΑΤ,,,Κανένας Άλλος,']);
    expect(made.target).toBe('sections');
    expect(problems(made.rows)).toEqual(['', '', 'courseUnknown', 'teacherUnknown']);
    expect(made.rows[1]).toMatchObject({ fate: 'change', cells: [{ field: 'teacher', before: null, after: 'Ρήγα Σοφία' }] });
    expect(await made.commit()).toMatchObject({ late: [] });
    const { rows } = await admin.call('sections.list', { filter: { text: 'ΛΑΤ-Β1' } });
    expect(rows[0]).toMatchObject({ capacity: 25, teachers: [{ familyEl: 'Δήμου' }] });
  });
});

describe('a file of who attends what', () => {
  it('gives places, ends them, and refuses what it cannot place', async () => {
    const made = await read(['Α.Μ.;Επώνυμο;Κωδικός τμήματος;Από;Έως', '101;Επώνυμο00101;ΧΟΡ;1/10/2026;', '00102;Τελείως Άλλος;ΧΟΡ;1/10/2026;', '00102;;ΧΟΡ;1/10/2026;30/11/2026', '00102;;ΔΕΝ;;', '99999;;ΧΟΡ;;', ';;ΧΟΡ;;'], 'places');
    expect(problems(made.rows)).toEqual(['', 'otherName', '', 'sectionUnknown', 'studentUnknown', 'missingStudent']);
    expect(await made.commit()).toMatchObject({ counts: { create: 2, refused: 4 }, late: [] });
    const places = await admin.call('places.ofStudent', { studentId: anna });
    expect(places.places.find(({ code }) => code === 'ΧΟΡ')).toMatchObject({ startDate: '2026-10-01', endDate: '2026-11-30' });
    expect((await admin.call('places.ofStudent', { studentId: maria })).places.map(({ code }) => code)).toContain('ΧΟΡ');
  });
});

describe('a file of guardians', () => {
  const lines = ['Αριθμός μητρώου;Επώνυμο κηδεμόνα;Όνομα κηδεμόνα;Σχέση;Κινητό κηδεμόνα;Επιμέλεια;Παραλαμβάνει', '00101;Κήπος;Νίκος;Πατέρας;694 000 1111;ναι;όχι', '00102;Κήπος;Νίκος;Πατέρας;6940001111;ναι;όχι', '00102;Άλση;Άννα;Θεία;;ίσως;'];
  it('makes one person of the guardian of brothers and sisters, and knows them again', async () => {
    const made = await read(lines, 'guardians');
    expect(problems(made.rows)).toEqual(['', '', 'flagForm']);
    await made.commit();
    const { guardians } = await admin.call('guardians.list', { studentId: maria });
    expect(guardians).toMatchObject([{ familyEl: 'Κήπος', relation: 'father', mobile: '6940001111', custody: true, mayPickUp: false, otherChildren: [{ studentId: anna }] }]);
    expect((await read(lines, 'guardians')).counts).toEqual({ create: 0, change: 0, same: 2, refused: 1 });
  });
});

describe('a file of scores', () => {
  const lines = ['Α.Μ.;Μάθημα;Περίοδος;Αξιολόγηση;Άριστα;Βαθμός;Σχόλιο', '00101;ΜΑΘ;ΤΕΡ;Διαγώνισμα 1;20;17,5;Καλά', '00102;ΜΑΘ;ΤΕΡ;Διαγώνισμα 1;20;απών;', '00102;ΙΣΤ;ΤΕΡ;Διαγώνισμα 1;20;12;', '00101;ΙΣΤ;ΤΕΡ;Τεστ;20;25;', '00101;ΙΣΤ;ΤΕΡ;Εργασία;20;πολύ καλά;'];
  it('puts them into the gradebook, with the assessments that it does not have', async () => {
    const year = (await admin.call('years.list', {})).years.find(({ id }) => id === classes.yearId);
    const term = year?.terms.find(({ type }) => type !== 'year' && type !== 'exam');
    const named = lines.map((line) => line.replace('ΤΕΡ', term?.nameEl ?? ''));
    const made = await read(named, 'scores');
    expect(problems(made.rows)).toEqual(['assessmentMade', 'assessmentMade', 'notInCourse', 'scoreAboveMax', 'scoreForm']);
    expect(await made.commit()).toMatchObject({ counts: { create: 2 }, late: [] });
    const book = await admin.call('gradebook.get', { sectionId: classes.maths1, termId: term?.id ?? null });
    expect(book.assessments).toMatchObject([{ title: 'Διαγώνισμα 1', maxScore: 20 }]);
    expect(book.scores).toMatchObject([{ studentId: maria, value: 17.5, comment: 'Καλά' }]);
    expect((await read(named, 'scores')).counts).toEqual({ create: 0, change: 0, same: 2, refused: 3 });
  });
});

describe('a file of absences', () => {
  it('writes the office mark, and names the row that the calendar refuses without keeping the others out', async () => {
    const made = await read(['Α.Μ.;Ημερομηνία;Κωδικός απουσίας;Σημείωση', '00101;5/10/2026;AU;ασθένεια', '00101;4/10/2026;AU;Κυριακή', '00101;6/10/2026;ΧΧ;']);
    expect(made.target).toBe('attendance');
    expect(problems(made.rows)).toEqual(['', '', 'codeUnknown']);
    const { late } = await made.commit();
    expect(late).toEqual([{ line: 3, problem: { field: null, messageKey: 'attendanceNotSchoolDay' } }]);
    expect((await admin.call('imports.get', { id: made.id })).late).toHaveLength(1);
    expect((await read(['Α.Μ.;Ημερομηνία;Κωδικός απουσίας;Σημείωση', '00101;5/10/2026;AU;ασθένεια'])).counts).toMatchObject({ same: 1 });
  });
});

describe('a role that may import but not edit what the file is about', () => {
  it('is refused', async () => {
    const importer = await school.as('viewer');
    const { rows: users } = await admin.call('users.list', {});
    school.plant((db) => {
      const own = db.insert(role, { nameEl: 'Ε', nameEn: 'I', permissions: '["imports:run","students:view","structure:create","structure:edit"]', fieldClasses: '["ordinary"]', defaultScope: 'school' });
      db.insert(grant, { userId: users.find(({ username }) => username.startsWith('viewer'))?.id ?? '', role: own, scope: 'school' });
    });
    const { fileId } = await importer.call('files.upload', { name: 'x.csv', content: new TextEncoder().encode('Κωδικός μαθήματος;Μάθημα\nΓΕΩ;Γεωγραφία') });
    const { id } = await importer.call('imports.create', { fileId });
    expect((await importer.job('imports.preview', { id, target: 'courses' })).counts).toMatchObject({ create: 1 });
    await expect(importer.job('imports.preview', { id, target: 'scores' })).rejects.toMatchObject({ failure: { code: 'forbidden' } });
    // Nor by what somebody else has read before.
    const others = await read(['Α.Μ.;Κωδικός τμήματος;Αξιολόγηση;Βαθμός', '00101;ΜΑΘ-Β1;Ξένη;11'], 'scores');
    const forbidden = { ok: false, error: { code: 'forbidden' } };
    expect(await importer.answer('imports.rows', { id: others.id })).toMatchObject(forbidden);
    const { import: { rev } } = await importer.call('imports.get', { id: others.id });
    await expect(importer.job('imports.commit', { id: others.id, rev })).rejects.toMatchObject({ failure: { code: 'forbidden' } });
    await others.commit();
    await expect(importer.job('imports.undo', { id: others.id })).rejects.toMatchObject({ failure: { code: 'forbidden' } });
    await expect(importer.job('imports.applied', { id: others.id, language: 'el' })).rejects.toMatchObject({ failure: { code: 'forbidden' } });
  });
});
