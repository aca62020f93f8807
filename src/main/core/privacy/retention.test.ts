import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Input } from '#contract/index.ts';
import { retentionKinds, type RetentionKind } from '#contract/privacy.ts';
import { openTestCore, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';
import { verifyChain } from '../journal/index.ts';
import { localDate } from '../kernel/dates.ts';
import { insertPerson } from '../people/repo-students.ts';
import { readSchoolId } from '../settings/index.ts';
import {
  academicYear, attachment, attendanceMark, assessment, consent, contactPoint, course, customField, customValue, enrolment, guardianLink, healthAlert, highlight, legalHold, note, score, section, student,
} from '../store/schema/index.ts';
import { saveFile } from '../files/index.ts';
import { digestOf, yearsBefore } from './rules-retention.ts';

const today = localDate(Date.now());
let school: TestCore;
let office: Caller;
let ground: { yearId: string; orgId: string; fieldId: string; codeId: string; assessmentId: string };
beforeAll(async () => {
  school = await openTestCore();
  office = school.admin;
  ground = school.plant((db) => {
    const yearId = db.insert(academicYear, { label: '2000-01', startDate: '2000-09-01', endDate: '2001-06-15', status: 'closed' });
    const termId = db.get<{ id: string }>(`SELECT id FROM term LIMIT 1`)?.id ?? '';
    const courseId = db.insert(course, { code: 'Κ', nameEl: 'Μάθημα', nameEn: 'Course' });
    const sectionId = db.insert(section, { courseId, yearId, code: 'Κ1' });
    return {
      yearId, orgId: readSchoolId(db), codeId: db.get<{ id: string }>('SELECT id FROM attendance_code LIMIT 1')?.id ?? '',
      fieldId: db.insert(customField, { labelEl: 'Πεδίο', labelEn: 'Field', type: 'text', required: false, fieldClass: 'ordinary', position: 1 }),
      assessmentId: db.insert(assessment, { sectionId, termId, title: 'Τεστ', maxScore: 20, weight: 1, dueDate: '2001-01-01' }),
    };
  });
});
afterAll(() => school.close());

let numbers = 0;
interface Planned { leftOn: string | null; held: boolean; kinds: readonly RetentionKind[] }

/** A student who left on a day (null: is still here), with one record of each of some kinds. */
function plant({ leftOn, held, kinds }: Planned): string {
  return school.plant((db) => {
    // The year is closed: what is written into it is a correction.
    db.run(`UPDATE change_set SET reason = 'Διόρθωση' WHERE id = (SELECT max(id) FROM change_set)`);
    const nth = String(numbers += 1);
    const name = { familyEl: `Μαθητής${nth}`, givenEl: 'Άλφα', familyLatin: null, givenLatin: null };
    const personId = insertPerson(db, name);
    const studentId = db.insert(student, { personId, studentNo: `R-${nth}` });
    const openYear = db.get<{ id: string }>(`SELECT id FROM academic_year WHERE status = 'open'`)?.id ?? '';
    db.insert(enrolment, { studentId, orgId: ground.orgId, yearId: leftOn === null ? openYear : ground.yearId, level: 'Α', entryDate: '2000-09-11', lastAttendedDate: leftOn });
    const make: Record<RetentionKind, () => unknown> = {
      contacts: () => db.insert(contactPoint, { personId, kind: 'phone', value: nth }), notes: () => db.insert(note, { studentId, text: nth }),
      guardians: () => db.insert(guardianLink, { studentId, personId: insertPerson(db, { ...name, givenEl: 'Κηδεμόνας' }), relation: 'mother', priority: 1, custody: true, mayPickUp: true, noContact: false, receivesReports: true }),
      health: () => db.insert(healthAlert, { studentId, kind: 'diet', severity: 'information', title: nth, startDate: '2000-09-11' }),
      consents: () => db.insert(consent, { studentId, purpose: 'other', given: true, date: '2000-09-11' }),
      attachments: () => db.insert(attachment, { studentId, title: nth, fieldClass: 'ordinary', fileId: saveFile(db, { name: 'a.txt', mime: 'text/plain', content: new TextEncoder().encode(nth), purpose: 'attachment' }) }),
      customValues: () => db.insert(customValue, { studentId, fieldId: ground.fieldId, value: nth }),
      attendance: () => db.insert(attendanceMark, { studentId, date: '2000-10-02', codeId: ground.codeId, source: 'office' }),
      conduct: () => db.insert(highlight, { studentId, date: '2000-10-02', kind: 'effort', text: nth }),
      scores: () => db.insert(score, { studentId, assessmentId: ground.assessmentId, value: 12, state: 'scored' }),
    };
    for (const kind of kinds) make[kind]();
    if (held) db.insert(legalHold, { studentId, reason: 'Εκκρεμότητα', startDate: '2001-01-01' });
    return studentId;
  });
}

const tables: Record<RetentionKind, string> = {
  contacts: 'contact_point', guardians: 'guardian_link', notes: 'note', health: 'health_alert', consents: 'consent', attachments: 'attachment', customValues: 'custom_value', attendance: 'attendance_mark', conduct: 'highlight', scores: 'score',
};
/** Which kinds of record a student has. */
const kindsOf = (studentId: string): RetentionKind[] => retentionKinds.filter((kind) => school.environment.reader.get(
  kind === 'contacts' ? 'SELECT 1 FROM contact_point c JOIN student s ON s.personId = c.personId WHERE s.id = ?' : `SELECT 1 FROM "${tables[kind]}" WHERE studentId = ?`, [studentId]));

async function setRules(years: Partial<Record<RetentionKind, number>>): Promise<void> {
  const { rules } = await office.call('retention.rules', {});
  const wanted: Input<'retention.saveRules'>['rules'] = rules.map((rule) => ({ ...rule, active: years[rule.kind] !== undefined, years: years[rule.kind] ?? rule.years }));
  await office.call('retention.saveRules', { rules: wanted });
}
const preview = (date: string | null = null) => office.call('retention.preview', { date, limit: 500 });
const apply = (digest: string) => office.job('retention.apply', { digest, reason: 'Κανόνες' });

describe('the rules of retention', () => {
  it('are offered but take nothing before the school has saved them', async () => {
    plant({ leftOn: '2001-02-01', held: false, kinds: retentionKinds });
    const { rules } = await office.call('retention.rules', {});
    expect(rules.map(({ kind, active, rev }) => [kind, active, rev])).toEqual(retentionKinds.map((kind) => [kind, false, null]));
    expect(await preview()).toMatchObject({ total: 0, kinds: [], held: { total: 0 } });
  });

  it('are saved, changed, taken back, and refused when somebody else has changed them', async () => {
    await setRules({ notes: 3 });
    expect((await office.call('retention.rules', {})).rules.find(({ kind }) => kind === 'notes')).toMatchObject({ years: 3, active: true, rev: 1 });
    const { rules } = await office.call('retention.rules', {});
    await setRules({ notes: 4 });
    expect(await office.answer('retention.saveRules', { rules })).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await office.answer('retention.saveRules', { rules: rules.map((rule) => ({ ...rule, years: 0 })) })).toMatchObject({ ok: false, error: { code: 'invalidInput' } });
    await office.call('history.undoOwn', {});
    expect((await office.call('retention.rules', {})).rules.find(({ kind }) => kind === 'notes')).toMatchObject({ years: 3 });
  });

  it('count years from the last day, also from the 29th of February', () => {
    expect([yearsBefore('2026-11-24', 2), yearsBefore('2028-02-29', 1), yearsBefore('2028-02-29', 4)]).toEqual(['2024-11-24', '2027-02-28', '2024-02-29']);
    const plan = { date: today, rules: [], held: [], imports: [], due: [{ studentId: 'a', leftOn: today, counts: new Map([['notes', 1], ['health', 2]] as const) }] };
    expect(digestOf(plan)).toBe(digestOf({ ...plan, due: [{ studentId: 'a', leftOn: today, counts: new Map([['health', 2], ['notes', 1]] as const) }] }));
    expect(digestOf(plan)).not.toBe(digestOf({ ...plan, due: [] }));
  });

  it('leave alone who is still here, whose year is not over, and who left within the time', async () => {
    await setRules({ notes: 2 });
    const kinds = ['notes'] as const;
    const [here, lately, exactly, earlier] = [null, yearsBefore(today, 1), yearsBefore(today, 2), '2001-02-01'].map((leftOn) => plant({ leftOn, held: false, kinds }));
    const { rows } = await preview();
    const due = rows.map(({ studentId }) => studentId);
    expect([here, lately, exactly, earlier].map((id) => due.includes(id ?? ''))).toEqual([false, false, false, true]);
    // The day after the two years have passed.
    expect((await preview(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))).rows.some(({ studentId }) => studentId === exactly)).toBe(true);
  });
});

describe('carrying them out', () => {
  it('erases exactly what the preview named, for good; a legal hold always wins', async () => {
    const leaver = fc.record({
      leftOn: fc.option(fc.integer({ min: 1, max: 9 }).map((years) => yearsBefore(today, years)), { nil: null }), held: fc.boolean(), kinds: fc.subarray([...retentionKinds]),
    });
    await fc.assert(fc.asyncProperty(fc.array(leaver, { minLength: 1, maxLength: 6 }), fc.dictionary(fc.constantFrom(...retentionKinds), fc.integer({ min: 1, max: 8 })), async (planned, years) => {
      await setRules(years);
      const before = await preview();
      if (before.total > 0) await apply(before.digest);
      const ids = planned.map(plant);
      const named = await preview();
      const held = new Set(named.held.rows.map(({ studentId }) => studentId));
      const had = new Map(ids.map((id) => [id, kindsOf(id)]));
      const made = await apply(named.digest);
      expect(made.students).toBe(named.total);
      expect(Object.fromEntries(made.kinds.map(({ kind, rows }) => [kind, rows]))).toEqual(Object.fromEntries(named.kinds.filter(({ rows }) => rows > 0).map(({ kind, rows }) => [kind, rows])));
      planned.forEach(({ leftOn, held: isHeld }, i) => {
        const id = ids[i] ?? '';
        const isDue = (kind: RetentionKind) => !isHeld && leftOn !== null && years[kind] !== undefined && leftOn < yearsBefore(today, years[kind]);
        const row = named.rows.find(({ studentId }) => studentId === id);
        expect(row?.kinds.map(({ kind }) => kind).toSorted() ?? []).toEqual(had.get(id)?.filter(isDue).toSorted());
        expect(kindsOf(id)).toEqual(had.get(id)?.filter((kind) => !isDue(kind)));
        if (isHeld) expect(kindsOf(id)).toEqual(had.get(id));
        if (held.has(id)) expect(isHeld).toBe(true);
      });
      expect(await preview()).toMatchObject({ total: 0 });
      expect(school.environment.reader.all('PRAGMA foreign_key_check')).toEqual([]);
      expect(verifyChain(school.environment.reader).brokenAt).toBeNull();
    }), { numRuns: 30 });
  }, 240_000);

  it('leaves nothing of it in the journal, and a line in the register for each student', async () => {
    await setRules({ notes: 2, health: 2 });
    const id = plant({ leftOn: '2001-02-01', held: false, kinds: ['notes', 'health', 'consents'] });
    const noteId = school.environment.reader.get<{ id: string }>('SELECT id FROM note WHERE studentId = ?', [id])?.id ?? '';
    school.plant((db) => db.update(note, noteId, { text: 'Μυστικό ξψ' }));
    school.plant((db) => db.update(note, noteId, { text: 'Άλλο' }));
    await apply((await preview()).digest);
    expect(school.environment.reader.all(`SELECT id FROM row_change WHERE before LIKE '%Μυστικό%'`)).toEqual([]);
    expect((await office.call('erasures.list', { studentId: id })).rows).toMatchObject([{ kind: 'retention', reason: 'Κανόνες', counts: [{ kind: 'notes', rows: 1 }, { kind: 'health', rows: 1 }] }]);
    expect(await office.answer('history.undoOwn', {})).toMatchObject({ ok: true, value: { undone: true, procedure: 'retention.saveRules' } });
  });

  it('refuses another list than the one that was looked at', async () => {
    await setRules({ notes: 2 });
    const id = plant({ leftOn: '2001-02-01', held: false, kinds: ['notes'] });
    const { digest } = await preview();
    school.plant((db) => db.insert(note, { studentId: id, text: 'ακόμη μία' }));
    await expect(apply(digest)).rejects.toMatchObject({ failure: { code: 'refused', messageKey: 'retentionChanged' } });
    await expect(apply((await preview('2030-01-01')).digest)).rejects.toMatchObject({ failure: { messageKey: 'retentionChanged' } });
    const second = await preview();
    await office.call('legalHolds.save', { studentId: id, hold: { reason: 'Δίκη', startDate: today, endDate: null } });
    await expect(apply(second.digest)).rejects.toMatchObject({ failure: { messageKey: 'retentionChanged' } });
    const third = await preview();
    expect(third.held.rows).toContainEqual(expect.objectContaining({ studentId: id, reason: 'Δίκη', until: null }));
    expect(kindsOf(id)).toEqual(['notes']);
  });

  it('leaves whole batches and the rest untouched when it is cancelled, lets others write in between, and goes on when it is run again', async () => {
    await setRules({ notes: 2 });
    if ((await preview()).total > 0) await apply((await preview()).digest);
    const ids = Array.from({ length: 400 }, () => plant({ leftOn: '2001-02-01', held: false, kinds: ['notes'] }));
    const { digest, total } = await preview();
    expect(total).toBe(400);
    const { jobId } = await office.call('retention.apply', { digest, reason: 'Κανόνες' });
    const gone = () => ids.filter((id) => kindsOf(id).length === 0).length;
    await vi.waitFor(() => expect(gone()).toBeGreaterThan(0), { interval: 5, timeout: 10_000 });
    // All left on the same day, so they go in the order of their ids.
    const last = ids.toSorted().at(-1) ?? '';
    await office.call('legalHolds.save', { studentId: last, hold: { reason: 'Δίκη', startDate: today, endDate: null } });
    await office.call('jobs.cancel', { id: jobId });
    await vi.waitFor(async () => expect((await office.call('jobs.get', { id: jobId })).state).toBe('cancelled'), { interval: 20, timeout: 20_000 });
    expect(gone() % 50).toBe(0);
    expect(gone()).toBeLessThan(350);
    const rest = await preview();
    expect(rest.total).toBe(400 - gone() - 1);
    expect(verifyChain(school.environment.reader).brokenAt).toBeNull();
    expect((await apply(rest.digest)).students).toBe(rest.total);
    expect(gone()).toBe(399);
    expect(kindsOf(last)).toEqual(['notes']);
  }, 60_000);
});
