import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPlantedSchool, type PlantedSchool } from '../../../../tests/security/school.ts';
import type { Caller } from '../../../../tests/fixtures/core.ts';
import { canReadPdf, readPdfText } from '../../../../tests/security/read-made-files.ts';
import { plantFamily, type Family } from '../../../../tests/security/plant.ts';
import { readFileContent } from '../files/index.ts';
import { foldText } from '../search/index.ts';
import { verifyChain } from '../journal/index.ts';
import { addDays } from '../people/index.ts';
import { localDate } from '../kernel/dates.ts';
import { contactLog, enrolment, guardianLink, householdMember, incidentStudent, score, assessment, student } from '../store/schema/index.ts';
import { dumpTables, readPlainFile } from './testing-dump.ts';

const today = localDate(Date.now());
/** Fields whose texts stay: what the school has to certify, and to whom it told something. */
const kept = [
  'StudentFamilyEl', 'StudentGivenEl', 'StudentFamilyLatin', 'StudentGivenLatin', 'StudentFather', 'StudentMother', 'Level', 'Division', 'NextSchool', 'GradeReason', 'LineTitle', 'LineGrade', 'LineSchool',
  'Serial', 'Payload', 'Document', 'Recipient', 'Purpose',
];
let school: PlantedSchool;
let office: Caller;
let planted = 0;
beforeAll(async () => {
  school = await openPlantedSchool((field) => `Εκτός ${field}`);
  office = school.member('administrator').open({ confirmed: true });
});
afterAll(() => school.close());

interface Marked { family: Family; studentNo: string; /** Every word planted, by field. */ words: Map<string, string> }

/** A family whose every text is a word of its own that nothing else has, and that has left the school. */
function plant(): Marked {
  planted += 1;
  const words = new Map<string, string>();
  const word = (field: string) => {
    const known = words.get(field) ?? `Ζξ${planted}ψ${field}ωρ`;
    words.set(field, known);
    return known;
  };
  const studentNo = `ER-${planted}`;
  const family = school.plantAs(null, 'students.create', (db) => plantFamily(db, school.teaching, school.teaching.ownSection, studentNo, word)).value;
  school.plant((db) => db.update(enrolment, family.enrolmentId, { lastAttendedDate: addDays(today, -3) }));
  return { family, studentNo, words };
}
const erase = ({ family, studentNo }: Marked, by = office) => by.call('privacy.erase', { studentId: family.studentId, studentNo, reason: 'Αίτημα κηδεμόνα' });

/** Planted words that are still somewhere, with where. Search keys are folded. */
function findLeft({ words }: Marked, extra: readonly string[] = []): string[] {
  const wanted = [...words].filter(([field]) => !kept.includes(field)).map(([, word]) => word).concat(extra);
  const forms = wanted.flatMap((word) => [word, foldText(word)]);
  const staying = [...words].filter(([field]) => kept.includes(field)).map(([, word]) => word);
  return dumpTables(school).filter((line) => {
    const text = staying.reduce((rest, word) => rest.replaceAll(word, ''), line);
    return forms.some((form) => text.includes(form));
  });
}

describe('an erasure on request', () => {
  it('says beforehand what goes, what stays and why it cannot be', async () => {
    const one = plant();
    const preview = await office.call('privacy.erasePreview', { studentId: one.family.studentId });
    expect(preview).toMatchObject({ studentNo: one.studentNo, blocked: null, sharedIncidents: 0 });
    expect(Object.fromEntries(preview.kinds.map(({ kind, rows }) => [kind, rows]))).toEqual({
      contacts: 5, guardians: 1, notes: 1, health: 1, consents: 1, attachments: 1, customValues: 1, attendance: 1, conduct: 4, identity: 1, places: 1, disclosures: 1,
    });
    expect(preview.stays).toEqual([
      { kind: 'register', rows: 1 }, { kind: 'enrolments', rows: 1 }, { kind: 'grades', rows: 1 }, { kind: 'transcript', rows: 1 }, { kind: 'documents', rows: 1 }, { kind: 'disclosures', rows: 1 },
    ]);
    await office.call('legalHolds.save', { studentId: one.family.studentId, hold: { reason: 'Δίκη', startDate: today, endDate: null } });
    expect((await office.call('privacy.erasePreview', { studentId: one.family.studentId })).blocked).toBe('held');
    expect(await office.answer('privacy.erase', { studentId: one.family.studentId, studentNo: one.studentNo, reason: 'x' })).toMatchObject({ ok: false, error: { messageKey: 'erasureHeld' } });
  });

  it('is refused while the student is at the school, and for another register number than the student’s', async () => {
    const one = plant();
    school.plant((db) => db.update(enrolment, one.family.enrolmentId, { lastAttendedDate: null }));
    expect((await office.call('privacy.erasePreview', { studentId: one.family.studentId })).blocked).toBe('enrolled');
    expect(await office.answer('privacy.erase', { studentId: one.family.studentId, studentNo: one.studentNo, reason: 'x' })).toMatchObject({ ok: false, error: { messageKey: 'erasureEnrolled' } });
    expect(await office.answer('privacy.erase', { studentId: one.family.studentId, studentNo: '1', reason: 'x' })).toMatchObject({ ok: false, error: { code: 'invalidInput', fields: [{ path: 'studentNo' }] } });
  });

  it('leaves nothing of it in any table, nor in the freed space of the file, and the chain holds', async () => {
    const one = plant();
    expect(findLeft(one).length).toBeGreaterThan(40);
    const { id, kinds } = await erase(one);
    expect(findLeft(one)).toEqual([]);
    const plain = readPlainFile(school);
    expect(plain.includes(one.words.get('StudentFamilyEl') ?? '')).toBe(true);
    expect([...one.words].filter(([field, word]) => !kept.includes(field) && (plain.includes(word) || plain.includes(foldText(word)))).map(([field]) => field)).toEqual([]);
    expect(verifyChain(school.environment.reader).brokenAt).toBeNull();
    expect((await office.call('erasures.list', { studentId: one.family.studentId })).rows).toEqual([expect.objectContaining({ id, kind: 'request', reason: 'Αίτημα κηδεμόνα', counts: kinds })]);
  });

  it('keeps what a transcript is made of, and issues one', async () => {
    const one = plant();
    await erase(one);
    const found = await office.call('students.get', { id: one.family.studentId });
    expect(found.details).toMatchObject({ familyEl: one.words.get('StudentFamilyEl'), fatherEl: one.words.get('StudentFather'), birthDate: '2010-02-03', studentNo: one.studentNo, nationalId: null, preferred: null, email: null });
    expect((await office.call('transcripts.list', { studentId: one.family.studentId })).lines).toHaveLength(1);
    const made = await office.job('documents.issue', { kind: 'transcript', language: 'el', yearId: school.teaching.yearId, studentIds: [one.family.studentId] });
    expect(made).toMatchObject({ documents: 1, skipped: [] });
    expect((await office.call('search.students', { text: one.studentNo })).hits).toHaveLength(1);
  });

  it('cannot be taken back, and neither can what came before', async () => {
    const one = plant();
    const studentId = one.family.studentId;
    const before = school.environment.reader.get<{ id: number }>('SELECT max(id) AS id FROM change_set')?.id ?? 0;
    const { id: noteId } = await office.call('notes.save', { studentId, text: 'Ξπρωψ' });
    await office.call('notes.save', { studentId, id: noteId, rev: 1, text: 'Ξδευψ' });
    await office.call('notes.save', { studentId, text: 'Ξτριψ' });
    await office.call('history.undoOwn', {});
    const { rev, details } = await office.call('students.get', { id: studentId });
    await office.call('students.update', { id: studentId, rev, details: { ...details, nationalId: 'ΑΒΞ 1', email: 'axpsi@example.org' } });
    await erase(one);
    expect(findLeft(one, ['Ξπρωψ', 'Ξδευψ', 'Ξτριψ', 'ΑΒΞ 1', 'axpsi'])).toEqual([]);
    const earlier = school.environment.reader.all<{ id: number }>('SELECT id FROM change_set WHERE id > ? AND rows > 0', [before]).map(({ id }) => id);
    const created = school.environment.reader.get<{ id: number }>(`SELECT changeSetId AS id FROM row_change WHERE rowId = ? AND action = 'I'`, [studentId])?.id ?? 0;
    for (const id of [...earlier, created]) expect([id, await office.answer('history.undo', { id })]).toMatchObject([id, { ok: false, error: { code: 'refused' } }]);
    expect(await office.answer('history.undoOwn', {})).toMatchObject({ ok: false, error: { messageKey: 'erasedMeanwhile' } });
    expect((await office.call('students.get', { id: studentId })).details.familyEl).toBe(one.words.get('StudentFamilyEl'));
    await office.call('history.get', { id: earlier.at(-1) ?? 0 });
    expect((await office.call('history.list', { studentId })).total).toBeGreaterThan(0);
  });

  it('leaves the others alone: a guardian with another child, an incident with another student, a disclosure of several', async () => {
    const [one, other] = [plant(), plant()];
    const { studentId, guardianPersonId, conduct, disclosureId } = one.family;
    school.plant((db) => {
      db.insert(guardianLink, { studentId: other.family.studentId, personId: guardianPersonId, relation: 'mother', priority: 2, custody: true, mayPickUp: true, noContact: false, receivesReports: true });
      db.insert(incidentStudent, { incidentId: conduct.incidentId, studentId: other.family.studentId, role: 'witness' });
    });
    await office.call('disclosures.save', { id: disclosureId, rev: 1, disclosure: { date: today, recipient: 'Δήμος', purpose: 'Μετακίνηση', basis: 'law', content: 'Και των δύο' }, studentIds: [studentId, other.family.studentId] });
    expect((await office.call('privacy.erasePreview', { studentId })).sharedIncidents).toBe(1);
    await erase(one);
    expect((await office.call('guardians.list', { studentId: other.family.studentId })).guardians.map(({ phone }) => phone)).toContain(one.words.get('Guardianphone'));
    expect((await office.call('incidents.get', { id: conduct.incidentId })).incident).toMatchObject({ description: one.words.get('Incident'), students: [{ studentId: other.family.studentId }] });
    expect((await office.call('disclosures.get', { id: disclosureId })).disclosure.content).toBe('Και των δύο');
    expect((await office.call('notes.list', { studentId: other.family.studentId })).notes).toHaveLength(1);
  });

  it('reaches what was merged into the student', async () => {
    const [one, other] = [plant(), plant()];
    const two = { kind: 'student' as const, winnerId: one.family.personId, loserId: other.family.personId };
    const { winner, loser } = await office.call('duplicates.compare', two);
    await office.call('duplicates.merge', { ...two, stamps: [winner.stamp, loser.stamp], reason: 'Διπλή καρτέλα' });
    await erase(one);
    expect(findLeft(one)).toEqual([]);
    expect(findLeft(other)).toEqual([]);
  });

  it('drops the file of the import that wrote the student, and tells nobody of it', async () => {
    const text = 'Αρ. μητρώου;Επώνυμο;Όνομα;Επώνυμο κηδεμόνα;Όνομα κηδεμόνα;Κινητό\nIM-1;Εισηγμένη;Άννα;Κρυφή;Μητέρα;6900000001\n';
    const { fileId } = await office.call('files.upload', { name: 'a.csv', content: new TextEncoder().encode(text) });
    const { id } = await office.call('imports.create', { fileId });
    await office.job('imports.preview', { id });
    await office.job('imports.commit', { id, rev: (await office.call('imports.get', { id })).import.rev });
    const studentId = school.environment.reader.get<{ id: string }>(`SELECT id FROM student WHERE studentNo = 'IM-1'`)?.id ?? '';
    school.plant((db) => {
      for (const row of db.all<{ id: string }>('SELECT id FROM enrolment WHERE studentId = ?', [studentId])) db.update(enrolment, row.id, { lastAttendedDate: addDays(today, -1) });
    });
    expect(dumpTables(school).some((line) => line.includes('6900000001'))).toBe(true);
    await office.call('privacy.erase', { studentId, studentNo: 'IM-1', reason: 'Αίτημα' });
    expect(dumpTables(school).filter((line) => /6900000001|Κρυφή/.test(line))).toEqual([]);
    expect((await office.call('imports.get', { id })).sample).toEqual([]);
    // Taking the import back now keeps the student, whom the school has to be able to certify.
    await office.job('imports.undo', { id });
    expect((await office.call('students.get', { id: studentId })).details.familyEl).toBe('Εισηγμένη');
  });

  it('whitens the pages of letters to guardians and leaves those of others as they were given out', async () => {
    const [one, other] = [plant(), plant()];
    for (const { family } of [one, other]) school.plant((db) => db.update(enrolment, family.enrolmentId, { lastAttendedDate: null }));
    const ids = [one, other].map(({ family }) => family.studentId);
    const made = await office.job('documents.issue', { kind: 'attendanceLetter', language: 'el', yearId: school.teaching.yearId, studentIds: ids });
    expect(made.documents).toBe(2);
    school.plant((db) => db.update(enrolment, one.family.enrolmentId, { lastAttendedDate: addDays(today, -3) }));
    const letters = (await office.call('documents.register', { kind: 'attendanceLetter' })).rows.filter(({ studentId }) => studentId !== null && ids.includes(studentId));
    const [own, others] = ids.map((studentId) => letters.find((letter) => letter.studentId === studentId)?.id ?? '');
    const before = await office.call('documents.download', { id: others ?? '' });
    expect((await office.call('privacy.erasePreview', { studentId: one.family.studentId })).kinds).toContainEqual({ kind: 'letters', rows: 1 });
    await erase(one);
    expect(await office.answer('documents.download', { id: own ?? '' })).toMatchObject({ ok: false, error: { messageKey: 'fileCleared' } });
    expect(Buffer.compare(Buffer.from(before.content), Buffer.from((await office.call('documents.download', { id: others ?? '' })).content))).toBe(0);
    expect((await office.call('documents.check', { file: before.content })).results).toMatchObject([{ verdict: 'genuine', sameFile: true }]);
    const hash = school.environment.reader.get<{ hash: string }>('SELECT f.hash FROM issued_document d JOIN stored_file f ON f.id = d.fileId WHERE d.id = ?', [others ?? ''])?.hash ?? '';
    const text = readPdfText(readFileContent(school.environment.reader, hash) ?? new Uint8Array());
    if (canReadPdf) expect([one, other].map(({ studentNo }) => text.includes(studentNo))).toEqual([false, true]);
  });
});

describe('whatever was done before', () => {
  type Step = 'note' | 'editNote' | 'removeNote' | 'undo' | 'guardian' | 'removeGuardian' | 'contacts' | 'health' | 'removeHealth' | 'attach' | 'removeAttachment' | 'household' | 'moveOut' | 'consent' | 'call' | 'score' | 'incident' | 'optOut' | 'disclose';
  const steps: readonly Step[] = ['note', 'editNote', 'removeNote', 'undo', 'undo', 'guardian', 'removeGuardian', 'contacts', 'health', 'removeHealth', 'attach', 'removeAttachment', 'household', 'moveOut', 'household', 'consent', 'call', 'score', 'incident', 'optOut', 'disclose'];
  let nth = 0;
  const written = new Set<string>();
  const fresh = () => {
    const word = `Μκ${(nth += 1)}ξζ`;
    written.add(word);
    return word;
  };

  /** Does one thing with words of its own in it, which an erasure must take. */
  async function take(step: Step, one: Marked): Promise<void> {
    const { studentId, guardianId, enrolmentId } = one.family;
    const { reader } = school.environment;
    const word = fresh();
    const last = (table: string) => reader.get<{ id: string; rev: number }>(`SELECT id, rev FROM "${table}" WHERE studentId = ? AND deletedAt IS NULL ORDER BY id DESC LIMIT 1`, [studentId]);
    const removable = { removeNote: ['note', 'notes.remove'], removeHealth: ['health_alert', 'health.remove'], removeAttachment: ['attachment', 'attachments.remove'] } as const;
    switch (step) {
      case 'note': await office.call('notes.save', { studentId, text: word }); break;
      case 'editNote': { const row = last('note'); if (row) await office.call('notes.save', { studentId, ...row, text: word }); break; }
      case 'removeNote': case 'removeHealth': case 'removeAttachment': {
        const [table, name] = removable[step];
        const row = last(table);
        if (row) await office.call(name, row);
        break;
      }
      case 'undo': await office.answer('history.undoOwn', {}); break;
      case 'guardian': await office.call('guardians.save', { studentId, guardian: { familyEl: word, givenEl: fresh(), relation: 'father', mobile: fresh(), noContact: true, noContactNote: word } }); break;
      case 'removeGuardian': {
        const [row] = (await office.call('guardians.list', { studentId })).guardians;
        if (row) await office.call('guardians.remove', { id: row.id, rev: row.rev });
        break;
      }
      case 'contacts': {
        const { rev, details } = await office.call('students.get', { id: studentId });
        await office.call('students.update', { id: studentId, rev, details: { ...details, email: null, phone: word, nationalId: fresh(), preferred: word } });
        break;
      }
      case 'health': await office.call('health.save', { studentId, alert: { kind: 'allergy', severity: 'attention', title: word, instructions: word, startDate: today } }); break;
      case 'attach': await office.call('attachments.upload', { studentId, name: `${word}.txt`, content: new TextEncoder().encode(word), title: word, fieldClass: 'ordinary' }); break;
      case 'household': {
        const { household } = await office.call('households.get', { studentId });
        await office.call('households.save', { studentId, id: household?.id ?? null, rev: household?.rev ?? null, from: today, household: { address: word }, personIds: [one.family.personId] });
        break;
      }
      case 'moveOut': school.plant((db) => {
        for (const { id } of db.all<{ id: string }>('SELECT id FROM household_member WHERE personId = ? AND deletedAt IS NULL', [one.family.personId])) db.remove(householdMember, id);
      }); break;
      case 'consent': await office.call('consents.save', { studentId, consent: { purpose: 'other', given: true, date: today, note: word } }); break;
      case 'call': school.plant((db) => db.insert(contactLog, { studentId, date: today, outcome: 'message', note: word, guardianLinkId: db.get('SELECT 1 FROM guardian_link WHERE id = ?', [guardianId]) ? guardianId : null })); break;
      case 'score': school.plant((db) => {
        const termId = db.get<{ id: string }>(`SELECT id FROM term WHERE type <> 'year' LIMIT 1`)?.id ?? '';
        const assessmentId = db.insert(assessment, { sectionId: school.teaching.ownSection, termId, title: 'Τεστ', maxScore: 20, weight: 1, dueDate: today });
        db.insert(score, { assessmentId, studentId, value: 12, state: 'scored', comment: word });
      }); break;
      case 'incident': await office.call('incidents.save', { incident: { date: today, kind: 'other', severity: 1, description: word, status: 'open', isSafeguarding: true, students: [{ studentId, role: 'involved' }] } }); break;
      case 'optOut': school.plant((db) => { db.update(student, studentId, { directoryOptOut: true }); db.update(enrolment, enrolmentId, { entryCode: null }); }); break;
      case 'disclose': await office.call('disclosures.save', { disclosure: { date: today, recipient: 'Δήμος', purpose: 'Έλεγχος', basis: 'law', content: word, note: word }, studentIds: [studentId] }); break;
    }
  }

  it('nothing of it is left, the transcript stays and the chain holds', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 14 }), async (plan) => {
      const one = plant();
      written.clear();
      for (const step of plan) await take(step, one);
      await erase(one);
      expect(findLeft(one, [...written])).toEqual([]);
      expect(school.environment.reader.all('SELECT id FROM transcript_line WHERE studentId = ?', [one.family.studentId])).toHaveLength(1);
      expect(school.environment.reader.all('PRAGMA foreign_key_check')).toEqual([]);
      expect(verifyChain(school.environment.reader).brokenAt).toBeNull();
    }), { numRuns: 40 });
  }, 240_000);
});
