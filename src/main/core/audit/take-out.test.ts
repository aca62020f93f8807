import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, studentForm, type TestCore } from '../../../../tests/fixtures/core.ts';
import { writeAuditEntry } from '../journal/index.ts';
import { record } from '../kernel/record.ts';

let school: TestCore;
beforeAll(async () => {
  school = await openTestCore();
  const { id } = await school.admin.call('students.create', { details: studentForm({ familyEl: '=1+1', givenEl: 'Ελένη' }) });
  const { user } = await school.admin.call('auth.me', {});
  record(school.environment, { at: new Date('2026-09-11T08:02:05').getTime(), actorId: user.id, device: '=cmd', procedure: 'health.list' },
    (db) => writeAuditEntry(db, { kind: 'sensitiveRead', detail: 'health', targetId: id, times: 3 }));
  record(school.environment, { at: Date.now(), actorId: user.id, device: 'PC', procedure: 'users.get' }, (db) => writeAuditEntry(db, { kind: 'denied', detail: 'forbidden', targetId: 'registrar' }));
});
afterAll(() => school.close());

async function taken(format: 'csv' | 'xlsx', language: 'el' | 'en', filter = {}) {
  const { fileId, name, rows } = await school.admin.job('audit.export', { filter, format, language });
  return { name, rows, content: Buffer.from((await school.admin.call('files.download', { fileId })).content) };
}

describe('taking the record out', () => {
  it('writes CSV in Greek in which nothing is computed', async () => {
    const { name, rows, content } = await taken('csv', 'el', { kind: 'sensitiveRead' });
    expect(name).toMatch(/^Έλεγχος ενεργειών \d{4}-\d{2}-\d{2}\.csv$/);
    expect(rows).toBe(1);
    const [header, line] = content.toString('utf8').slice(1).split('\r\n');
    expect(header).toBe('Αρ.;Χρόνος;Ποιος;Είδος;Τι αφορά;Δυνατότητα;Διαδικασία;Λεπτομέρεια;Καρτέλα;Λογαριασμός;Φορές;Γραμμές;Συσκευή;Αιτιολογία');
    expect(line).toMatch(/^\d+;2026-09-11 08:02:05;Διαχειριστής;Ευαίσθητη ανάγνωση;Υγεία;[^;]+;health\.list;Υγεία;'=1\+1 Ελένη;;3;0;'=cmd;$/);
  });

  it('writes a workbook in English with real times and numbers', async () => {
    const { content, rows } = await taken('xlsx', 'en');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(content).buffer);
    const sheet = book.getWorksheet('Audit');
    expect(sheet?.rowCount).toBe(rows + 1);
    const cells = (number: number) => ((sheet?.getRow(number).values ?? []) as unknown[]).slice(1);
    expect(cells(1)).toEqual(['No.', 'Time', 'Who', 'Kind', 'Area', 'Permission', 'Procedure', 'Detail', 'Record', 'Account', 'Times', 'Rows', 'Device', 'Reason']);
    const lines = Array.from({ length: rows }, (_, i) => cells(i + 2));
    const reading = lines.find((line) => line[6] === 'health.list');
    expect(reading).toEqual([expect.any(Number), new Date('2026-09-11T08:02:05Z'), 'Διαχειριστής', 'Sensitive reading', 'Health', expect.any(String), 'health.list', 'Health', `'=1+1 Ελένη`, undefined, 3, 0, `'=cmd`]);
    expect(lines.find((line) => line[6] === 'users.get')).toEqual(expect.arrayContaining(['Refusal', 'Not allowed by the role', 'Registrar']));
  });

  it('is itself written down', async () => {
    await taken('csv', 'en');
    for (let left = 100; left > 0; left -= 1) {
      const { rows } = await school.admin.call('audit.list', { filter: { kind: 'export', procedure: 'audit.export' } });
      if (rows[0]) return expect(rows[0]).toMatchObject({ detail: 'bulk', actor: 'Διαχειριστής' });
      await new Promise((resolve) => { setTimeout(resolve, 10); });
    }
    throw new Error('it was not written down');
  });
});

describe('checking the record', () => {
  const broken = async () => (await school.admin.call('home.overview', {})).tasks.filter(({ kind }) => kind === 'journalBroken');
  const write = (sql: string, ...params: (string | number)[]) => school.environment.connection.prepare(sql).run(...params);

  it('says that nobody has yet, then when and how many', async () => {
    expect(await school.admin.call('audit.chain', {})).toMatchObject({ check: null, length: expect.any(Number) });
    const { length } = await school.admin.call('audit.chain', {});
    expect(await school.core.verifyJournal()).toEqual({ checked: length, brokenAt: null });
    const after = await school.admin.call('audit.chain', {});
    expect(after).toMatchObject({ check: { checked: length, brokenAt: null, at: expect.any(Number) }, length: length + 1 });
    expect(await broken()).toEqual([]);
  });

  it('finds what was changed by hand, notes it once, and tells those who watch over the record', async () => {
    const first = school.environment.reader.get<{ id: number; device: string }>('SELECT id, device FROM change_set WHERE rows > 0 ORDER BY id LIMIT 1');
    write('UPDATE change_set SET device = ? WHERE id = ?', 'forged', first?.id ?? 0);
    expect((await school.admin.job('audit.verify', {})).brokenAt).toBe(first?.id);
    expect((await school.admin.job('audit.verify', {})).brokenAt).toBe(first?.id);
    const { rows } = await school.admin.call('audit.list', { filter: { kind: 'chainBroken' } });
    expect(rows).toMatchObject([{ procedure: 'audit.verify', detail: String(first?.id) }]);
    expect(await broken()).toEqual([{ kind: 'journalBroken', count: 1, recordId: null }]);
    const registrar = await school.as('registrar');
    expect((await registrar.call('home.overview', {})).tasks.map(({ kind }) => kind)).not.toContain('journalBroken');
    write('UPDATE change_set SET device = ? WHERE id = ?', first?.device ?? '', first?.id ?? 0);
    expect((await school.admin.job('audit.verify', {})).brokenAt).toBeNull();
    expect(await broken()).toEqual([]);
  });

  it('finds that the latest part was cut off', async () => {
    const { checked } = await school.admin.job('audit.verify', {});
    write('DELETE FROM row_change WHERE changeSetId > ?', checked - 2);
    write('DELETE FROM change_set WHERE id > ?', checked - 2);
    expect(await school.core.verifyJournal()).toEqual({ checked: checked - 2, brokenAt: checked - 1 });
  });
});
