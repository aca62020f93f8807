import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent, readDerived } from '../../../../tests/fixtures/content.ts';
import { openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';
import { verifyChain } from './chain.ts';

let school: TestCore;
let yearId: string;
let number = 0;
beforeAll(async () => {
  school = await openTestCore();
  yearId = (await school.admin.call('students.facets', {})).years[0]?.id ?? '';
});
afterAll(() => school.close());

const nextNo = () => `N${(number += 1)}`;
const latest = async () => (await school.admin.call('history.list', { limit: 1 })).rows[0]?.id ?? 0;
const state = () => ({ content: readContent(school.environment.reader), derived: readDerived(school.environment.reader) });

type Step = 'create' | 'rename' | 'move' | 'note' | 'guardian' | 'archive' | 'dropNote';
const students: string[] = [];

/** Does one thing to some student; steps that do not apply are left out. */
async function take(step: Step, pick: number, word: string): Promise<boolean> {
  const { admin } = school;
  const id = students[pick % Math.max(1, students.length)];
  if (step === 'create') {
    const made = await admin.call('students.create', { details: studentForm({ studentNo: nextNo(), givenEl: word }), enrolment: { level: 'Α', yearId, entryDate: '2026-09-11' } });
    students.push(made.id);
    return true;
  }
  if (!id) return false;
  const known = await admin.answer('students.get', { id });
  if (!known.ok) return false;
  const { rev, details, enrolments } = known.value;
  if (step === 'rename') await admin.call('students.update', { id, rev, details: { ...details, givenEl: word, mobile: word.length % 2 ? null : '690 000 0009' } });
  else if (step === 'move' && enrolments[0]) await admin.call('enrolments.save', { studentId: id, id: enrolments[0].id, rev: enrolments[0].rev, enrolment: { ...enrolments[0], division: `Α${word.length}` } });
  else if (step === 'note') await admin.call('notes.save', { studentId: id, text: word });
  else if (step === 'guardian') await admin.call('guardians.save', { studentId: id, guardian: { familyEl: word, givenEl: word, relation: 'mother', phone: '210 000 0000' } });
  else if (step === 'archive') await admin.call('students.archive', { ids: [id] });
  else if (step === 'dropNote') {
    const [note] = (await admin.call('notes.list', { studentId: id })).notes;
    if (!note) return false;
    await admin.call('notes.remove', { id: note.id, rev: note.rev });
  }
  return true;
}

const steps = fc.array(fc.tuple(
  fc.constantFrom<Step>('create', 'rename', 'move', 'note', 'guardian', 'archive', 'dropNote'), fc.nat(20),
  fc.stringMatching(/^[Α-Ω][α-ω]{1,8}$/)), { minLength: 1, maxLength: 12 });

describe('undo', () => {
  it('of every command, latest first, leaves the records as they were; undoing the undo brings each back', async () => {
    await fc.assert(fc.asyncProperty(steps, async (plan) => {
      const trail: { id: number; before: ReturnType<typeof state>; after: ReturnType<typeof state> }[] = [];
      for (const [step, pick, word] of plan) {
        const before = state();
        const last = await latest();
        if (!(await take(step, pick, word))) continue;
        const id = await latest();
        if (id > last) trail.push({ id, before, after: state() });
      }
      for (const { id, before, after } of trail.toReversed()) {
        const done = await school.admin.call('history.undo', { id });
        expect(done.blockers).toEqual([]);
        expect(state()).toEqual(before);
        const again = await school.admin.call('history.undo', { id: done.changeSetId ?? 0 });
        expect(again.undone).toBe(true);
        expect(state()).toEqual(after);
        await school.admin.call('history.undo', { id: again.changeSetId ?? 0 });
        expect(state()).toEqual(before);
      }
      students.length = 0;
    }), { numRuns: 25 });
    expect(verifyChain(school.environment.reader).brokenAt).toBeNull();
  }, 120_000);

  it('out of order either succeeds or names what stands in the way and changes nothing', async () => {
    await fc.assert(fc.asyncProperty(steps, fc.nat(), async (plan, which) => {
      const ids: number[] = [];
      for (const [step, pick, word] of plan) if (await take(step, pick, word)) ids.push(await latest());
      const id = ids[which % Math.max(1, ids.length)];
      if (id === undefined) return;
      const before = state();
      const answer = await school.admin.answer('history.undo', { id });
      if (!answer.ok) return;
      expect(answer.value.undone).toBe(answer.value.blockers.length === 0);
      if (!answer.value.undone) expect(state()).toEqual(before);
    }), { numRuns: 25 });
  }, 120_000);

  it('names the cell that was edited since, and lets go once that edit is taken back', async () => {
    const { id } = await school.admin.call('students.create', { details: studentForm({ studentNo: nextNo() }) });
    const edit = async (givenEl: string) => {
      const { rev, details } = await school.admin.call('students.get', { id });
      await school.admin.call('students.update', { id, rev, details: { ...details, givenEl } });
      return latest();
    };
    const first = await edit('Άννα');
    const second = await edit('Ειρήνη');
    const refused = await school.admin.call('history.undo', { id: first });
    expect(refused).toMatchObject({ undone: false, blockers: [{ entity: 'person', fields: expect.arrayContaining(['givenEl']), changeSetId: second }] });
    await school.admin.call('history.undo', { id: second });
    expect((await school.admin.call('history.undo', { id: first })).undone).toBe(true);
    expect((await school.admin.call('students.get', { id })).details.givenEl).toBe('Ελένη');
  });

  it('of the set-up, or of anything that is not offered for undo, is refused', async () => {
    expect(await school.admin.answer('history.undo', { id: 1 })).toMatchObject({ ok: false, error: { code: 'refused', messageKey: 'notUndoable' } });
    await school.admin.call('preferences.update', { language: 'en', theme: 'dark', idleMinutes: 3 });
    expect(await school.admin.answer('history.undo', { id: await latest() })).toMatchObject({ ok: false, error: { messageKey: 'notUndoable' } });
  });

  it('of a creation is refused while something later hangs on it', async () => {
    const { id } = await school.admin.call('students.create', { details: studentForm({ studentNo: nextNo() }) });
    const created = await latest();
    await school.admin.call('notes.save', { studentId: id, text: 'Σημείωση' });
    expect((await school.admin.call('history.undo', { id: created })).blockers).toMatchObject([{ entity: 'student', fields: ['note'] }]);
  });

  it('of one\'s own latest command is one call, and another\'s is not touched by it', async () => {
    const registrar = await school.as('registrar');
    const { id } = await registrar.call('students.create', { details: studentForm({ studentNo: nextNo() }) });
    await school.admin.call('students.create', { details: studentForm({ studentNo: nextNo() }) });
    expect(await registrar.call('history.undoOwn', {})).toMatchObject({ undone: true, procedure: 'students.create' });
    expect(await registrar.answer('students.get', { id })).toMatchObject({ ok: false, error: { code: 'notFound' } });
    expect((await registrar.call('history.undoOwn', {})).undone).toBe(false);
  });
});

describe('the journal', () => {
  it('lets nothing be written without a change set', () => {
    expect(() => school.environment.connection.prepare(`UPDATE person SET givenEl = 'x'`).run()).toThrow(/no change set is open/);
    expect(() => school.environment.connection.prepare(`DELETE FROM person`).run()).toThrow(/no change set is open/);
  });
});
