import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readContent } from '../../../../tests/fixtures/content.ts';
import { openTestCore, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';

let school: TestCore;
let office: Caller;
beforeAll(async () => {
  school = await openTestCore();
  office = school.admin;
});
afterAll(() => school.close());

const header = 'Α.Μ.;Επώνυμο;Όνομα;Όνομα πατέρα;Ημ/νία γέννησης;Φύλο;E-mail;Κινητό;Τάξη;Τμήμα;Επώνυμο κηδεμόνα;Όνομα κηδεμόνα;Σχέση;Τηλέφωνο κηδεμόνα';
const file = (lines: string[]) => new TextEncoder().encode([header, ...lines].join('\r\n'));
async function commit(content: Uint8Array<ArrayBuffer>): Promise<{ id: string }> {
  const { fileId } = await office.call('files.upload', { name: 'students.csv', content });
  const { id } = await office.call('imports.create', { fileId });
  await office.job('imports.preview', { id });
  await office.job('imports.commit', { id, rev: (await office.call('imports.get', { id })).import.rev });
  return { id };
}
const students = async () => (await office.call('students.list', { limit: 500, filter: { status: 'all' } })).rows;
/** The school's records, without the imports themselves. */
const content = () => Object.fromEntries(Object.entries(readContent(school.environment.reader)).filter(([table]) => table !== 'import_job' && table !== 'stored_file'));

describe('a line of an import', () => {
  const family = [
    '00701;Σταθμού;Ήβη;;1/2/2012;Θ;;;Β;Β1;Σταθμού;Ρένα;Μητέρα;2107777777', '00702;Σταθμού;Ίων;;1/3/2013;Α;;;Α;Α1;Σταθμού;Ρένα;Μητέρα;2107777777', '00703;Λιμάνη;Λίνα;;1/4/2012;Θ;;6900000703;Β;Β1;;;;',
  ];
  const live = async () => (await students()).filter(({ studentNo }) => studentNo.startsWith('007')).map(({ studentNo }) => studentNo).toSorted();

  it('is taken back by itself; what another line stands on stays, and the rest of the import with it', async () => {
    const before = content();
    const { id } = await commit(file(family));
    const { written, hash, size } = await office.call('imports.get', { id });
    expect({ written, size }).toEqual({ written: 3, size: file(family).byteLength });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(await office.job('imports.undo', { id, lines: [2] })).toMatchObject({ keptTotal: 0 });
    expect(await live()).toEqual(['00702', '00703']);
    const brother = (await students()).find(({ studentNo }) => studentNo === '00702');
    expect((await office.call('guardians.list', { studentId: brother?.id ?? '' })).guardians).toMatchObject([{ familyEl: 'Σταθμού', givenEl: 'Ρένα', phone: '2107777777' }]);
    expect((await office.call('imports.get', { id }))).toMatchObject({ import: { state: 'committed' }, undoneLines: [2] });
    const applied = await office.job('imports.applied', { id, language: 'en' });
    expect(applied.rows).toBe(2);
    // Taken back twice it is only once; with the rest the import is gone, and nothing of it is left.
    expect(await office.job('imports.undo', { id, lines: [2, 4] })).toMatchObject({ keptTotal: 0 });
    expect(await live()).toEqual(['00702']);
    await office.job('imports.undo', { id });
    expect((await office.call('imports.get', { id })).import.state).toBe('undone');
    expect(content()).toEqual(before);
  });

  it('that was edited since keeps what was edited, and says so', async () => {
    const { id } = await commit(file(family));
    const sister = (await students()).find(({ studentNo }) => studentNo === '00701');
    const { details, rev } = await office.call('students.get', { id: sister?.id ?? '' });
    await office.call('students.update', { id: sister?.id ?? '', rev, details: { ...details, preferred: 'Ηβούλα' } });
    expect((await office.job('imports.undo', { id, lines: [2] })).kept).toMatchObject([{ entity: 'person', fields: ['preferred'] }]);
    expect(await live()).toEqual(['00701', '00702', '00703']);
    // With the rest it is named again, and stays with what it stands on.
    expect((await office.job('imports.undo', { id })).kept).toMatchObject([{ entity: 'person', fields: ['preferred'] }]);
    expect(await live()).toEqual(['00701']);
    expect((await office.call('guardians.list', { studentId: sister?.id ?? '' })).guardians).toHaveLength(1);
  });
});
