import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';
import { person } from '../store/schema/index.ts';
import type { Value } from '../store/reader.ts';
import { verifyChain } from './chain.ts';
import { eraseBeforeImages } from './erase.ts';

let school: TestCore;
beforeAll(async () => {
  school = await openTestCore();
  sealAsOfOld();
});
afterAll(() => school.close());

const write = (sql: string, params: readonly Value[] = []) => school.environment.connection.prepare(sql).run(...params).changes;
const verify = () => verifyChain(school.environment.reader);
const number = (sql: string) => school.environment.connection.prepare(sql).pluck().get() as number;

/** What a school has from before formats: a chain over the before-images themselves. */
function sealAsOfOld(): void {
  for (const { id } of school.environment.reader.all<{ id: number }>('SELECT id FROM change_set ORDER BY id')) {
    write(`UPDATE change_set SET format = 1, previousHash = coalesce((SELECT hash FROM change_set WHERE id = ?), '') WHERE id = ?`, [id - 1, id]);
    write('UPDATE change_set SET hash = ? WHERE id = ?', [hashAsOfOld(id), id]);
  }
}

/** The rule of the first version, as it stood: files of schools have such chains. */
function hashAsOfOld(id: number): string {
  const { reader } = school.environment;
  const hash = createHash('sha256');
  const set = reader.get<Record<string, Value>>('SELECT * FROM change_set WHERE id = ?', [id]) ?? {};
  hash.update(JSON.stringify([set.previousHash, set.id, set.uid, set.at, set.actorId, set.device, set.procedure, set.reason, set.undoes, set.rows, set.entities]));
  for (const change of reader.all<{ entity: string; rowId: string; action: string; before: string | null }>('SELECT * FROM row_change WHERE changeSetId = ? ORDER BY id', [id])) {
    hash.update(`\n${change.entity}\t${change.rowId}\t${change.action}\t${change.before ?? ''}`);
  }
  return hash.digest('hex');
}

type Step = 'insert' | 'update' | 'delete' | 'erase' | 'removeAndErase' | 'nothing';
const people: string[] = [];

/** Does one thing to some person, in a change set of its own. */
function take(step: Step, pick: number, word: string): void {
  const rowId = people[pick % Math.max(1, people.length)];
  school.plant((db) => {
    if (step === 'insert' || !rowId) people.push(db.insert(person, { familyEl: word, givenEl: word, sortKey: word }));
    else if (step === 'update') db.update(person, rowId, { familyEl: word, preferred: word.length % 2 ? null : word });
    else if (step === 'erase') eraseBeforeImages(db, [{ entity: 'person', rowId }]);
    else if (step !== 'nothing') {
      db.run('DELETE FROM person WHERE id = ?', [rowId]);
      people.splice(people.indexOf(rowId), 1);
      if (step === 'removeAndErase') eraseBeforeImages(db, [{ entity: 'person', rowId }]);
    }
  });
}
const plan = fc.array(fc.tuple(fc.constantFrom<Step>('insert', 'insert', 'update', 'update', 'delete', 'erase', 'removeAndErase', 'nothing'), fc.nat(20), fc.string({ minLength: 1, maxLength: 8 })), { minLength: 1, maxLength: 15 });
const heads = ['uid', 'at', 'actorId', 'device', 'procedure', 'reason', 'undoes', 'rows', 'entities', 'previousHash', 'hash', 'format'] as const;

/** Every way in which somebody with the key could touch the journal by hand. Returns the number of rows that it changed. */
const forgeries: Record<string, (pick: number) => number> = {
  image: (n) => write(`UPDATE row_change SET before = json_set(before, '$.familyEl', 'forged') WHERE id = (SELECT id FROM row_change WHERE before IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET ?)`, [n % 3]),
  imageOfInsert: () => write(`UPDATE row_change SET before = '{}' WHERE id = (SELECT max(id) FROM row_change WHERE action = 'I')`),
  imageTakenAway: () => write(`UPDATE row_change SET before = NULL WHERE id = (SELECT max(id) FROM row_change WHERE before IS NOT NULL)`),
  digest: () => write(`UPDATE row_change SET erased = replace(replace(erased, 'a', 'b'), '0', '1') WHERE id = (SELECT max(id) FROM row_change WHERE erased GLOB '*[a0]*')`),
  imageBesideDigest: () => write(`UPDATE row_change SET before = '{"familyEl":"forged"}' WHERE id = (SELECT max(id) FROM row_change WHERE erased IS NOT NULL)`),
  digestBesideImage: () => write(`UPDATE row_change SET erased = 'x', before = '{"familyEl":"forged"}' WHERE id = (SELECT max(id) FROM row_change WHERE before IS NOT NULL)`),
  rowTaken: () => write(`DELETE FROM row_change WHERE id = (SELECT max(id) FROM row_change)`),
  rowAdded: () => write(`INSERT INTO row_change (changeSetId, entity, rowId, action) SELECT max(id), 'person', 'x', 'I' FROM change_set`),
  rowMoved: () => write(`UPDATE row_change SET changeSetId = changeSetId - 1 WHERE id = (SELECT max(id) FROM row_change)`),
  otherRow: () => write(`UPDATE row_change SET rowId = 'x' WHERE id = (SELECT max(id) FROM row_change)`),
  otherAction: () => write(`UPDATE row_change SET action = iif(action = 'D', 'U', 'D') WHERE id = (SELECT max(id) FROM row_change)`),
  order: () => write(`UPDATE row_change SET id = 1000000 WHERE id = (SELECT min(r.id) FROM row_change r WHERE r.changeSetId = (SELECT max(id) FROM change_set WHERE rows > 1))`),
  setTaken: (n) => write('DELETE FROM change_set WHERE id = (SELECT max(id) - 1 FROM change_set) - ?', [n % 3]),
  turnedBack: () => {
    write(`UPDATE row_change SET erased = 'x', before = NULL WHERE changeSetId = (SELECT max(id) FROM change_set)`);
    return write('UPDATE change_set SET format = 1 WHERE id = (SELECT max(id) FROM change_set)');
  },
  ...Object.fromEntries(heads.map((column) => [`head ${column}`, (n: number) => write(
    `UPDATE change_set SET "${column}" = CASE typeof("${column}") WHEN 'integer' THEN "${column}" + 1 WHEN 'null' THEN 7 ELSE "${column}" || 'x' END WHERE id = (SELECT max(id) FROM change_set) - ?`, [n % 3])])),
};

describe('the chain of the journal', () => {
  it('holds over any sequence of changes and erasures', () => {
    fc.assert(fc.property(plan, (steps) => {
      for (const [step, pick, word] of steps) take(step, pick, word);
      expect(verify()).toEqual({ checked: number('SELECT max(id) FROM change_set'), brokenAt: null });
    }), { numRuns: 60 });
    expect(number('SELECT count(*) FROM row_change WHERE erased IS NOT NULL')).toBeGreaterThan(0);
    expect(number('SELECT count(*) FROM row_change WHERE erased IS NOT NULL AND before IS NOT NULL')).toBe(0);
  });

  it.each(Object.keys(forgeries))('shows what was changed by hand: %s', (name) => {
    take('insert', 0, 'α');
    school.plant((db) => {
      const id = db.insert(person, { familyEl: 'β', givenEl: 'β', sortKey: 'β' });
      db.update(person, id, { familyEl: 'γ' });
      people.push(id);
    });
    take('update', people.length - 1, 'δ');
    take('removeAndErase', people.length - 1, 'δ');
    take('update', 0, 'εζ');
    expect(verify().brokenAt).toBeNull();
    for (const pick of [0, 1, 2]) {
      write('SAVEPOINT forgery');
      expect(forgeries[name]?.(pick)).toBeGreaterThan(0);
      expect(verify().brokenAt).not.toBeNull();
      write('ROLLBACK TO forgery');
      write('RELEASE forgery');
    }
    expect(verify().brokenAt).toBeNull();
  });

  it('names the change set that does not fit', () => {
    take('insert', 0, 'α');
    take('update', people.length - 1, 'β');
    const { reader } = school.environment;
    const row = reader.get<{ id: number; changeSetId: number; before: string }>(`SELECT id, changeSetId, before FROM row_change WHERE before IS NOT NULL ORDER BY id DESC LIMIT 1`);
    write('UPDATE row_change SET before = ? WHERE id = ?', ['{}', row?.id ?? 0]);
    expect(verify()).toEqual({ checked: (row?.changeSetId ?? 0) - 1, brokenAt: row?.changeSetId });
    write('UPDATE row_change SET before = ? WHERE id = ?', [row?.before ?? '', row?.id ?? 0]);
    expect(verify().brokenAt).toBeNull();
  });

  it('of a change set from before formats checks the images, and once something of it is erased its place only', () => {
    const old = number(`SELECT max(c.id) FROM change_set c JOIN row_change r ON r.changeSetId = c.id WHERE c.format = 1`);
    write('SAVEPOINT old');
    write(`UPDATE row_change SET before = '{"forged":1}' WHERE changeSetId = ?`, [old]);
    expect(verify().brokenAt).toBe(old);
    write(`UPDATE row_change SET before = NULL, erased = 'x' WHERE changeSetId = ?`, [old]);
    expect(verify().brokenAt).toBeNull();
    write(`UPDATE change_set SET previousHash = 'x' WHERE id = ?`, [old]);
    expect(verify().brokenAt).toBe(old);
    write('ROLLBACK TO old');
    write('RELEASE old');
  });

  it('leaves nothing of an erased record, and refuses to take its changes back', async () => {
    take('insert', 0, 'α');
    const rowId = people.at(-1) ?? '';
    const { admin } = school;
    const created = await admin.call('students.create', { details: studentForm({ familyEl: 'Αλφα' }) });
    const { rev, details } = await admin.call('students.get', { id: created.id });
    await admin.call('students.update', { id: created.id, rev, details: { ...details, familyEl: 'Γάμα' } });
    const edit = number('SELECT max(id) FROM change_set WHERE rows > 0');
    const personId = school.environment.connection.prepare('SELECT personId FROM student WHERE id = ?').pluck().get(created.id) as string;
    expect(school.plant((db) => eraseBeforeImages(db, [{ entity: 'person', rowId: personId }, { entity: 'person', rowId }]))).toBe(1);
    expect(number(`SELECT count(*) FROM row_change WHERE before LIKE '%Αλφα%'`)).toBe(0);
    expect(await admin.answer('history.undo', { id: edit })).toMatchObject({ ok: false, error: { code: 'refused', messageKey: 'erasedMeanwhile' } });
    expect(await admin.call('history.get', { id: edit })).toMatchObject({ changes: [{ entity: 'person', cells: [] }] });
    expect(verify().brokenAt).toBeNull();
  });
});
