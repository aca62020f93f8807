import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#contract/index.ts';
import { openTestCore, studentForm, type Caller, type TestCore } from '../../../../tests/fixtures/core.ts';

let school: TestCore;
let studentId: string;
beforeAll(async () => {
  school = await openTestCore();
  studentId = (await school.admin.call('students.create', { details: studentForm() })).id;
});
afterAll(() => school.close());

async function account(username: string, grants: Input<'users.create'>['grants']): Promise<Caller> {
  const { password: temporary } = await school.admin.call('users.create', { account: { username, displayName: username, language: 'el' }, grants });
  const caller = await school.signIn(username, temporary);
  await caller.call('auth.changePassword', { password: 'three words of mine' });
  return caller;
}

describe('a role that may add notes and nothing else', () => {
  let clerk: Caller;
  beforeAll(async () => {
    const { id: role } = await school.admin.call('roles.save', {
      id: null, rev: null, role: { nameEl: 'Σημειώσεις', nameEn: 'Notes', purpose: null, permissions: ['notes:create'], fieldClasses: ['ordinary'], defaultScope: 'school' },
    });
    clerk = await account('clerk', [{ role, scope: 'school' }]);
  });
  const forbidden = { ok: false, error: { code: 'forbidden' } };

  it('sees students and notes, which adding needs', async () => {
    expect((await clerk.call('auth.me', {})).permissions).toEqual(['students:view', 'notes:view', 'notes:create']);
  });

  it('adds, and neither changes nor removes, not even its own', async () => {
    const { id, rev } = await clerk.call('notes.save', { studentId, text: 'Σημείωση' });
    expect(await clerk.answer('notes.save', { studentId, id, rev, text: 'Άλλη' })).toMatchObject(forbidden);
    expect(await clerk.answer('notes.remove', { id, rev })).toMatchObject(forbidden);
  });

  it('takes back what it has just added, and nobody else\'s', async () => {
    const { id } = await clerk.call('notes.save', { studentId, text: 'Λάθος μαθητής' });
    const other = await school.admin.call('notes.save', { studentId, text: 'Του διαχειριστή' });
    expect(await clerk.call('history.undoOwn', {})).toMatchObject({ undone: true, procedure: 'notes.save' });
    const left = (await clerk.call('notes.list', { studentId })).notes.map((note) => note.id);
    expect(left).not.toContain(id);
    expect(left).toContain(other.id);
  });
});

describe('a role that may add students but not enrol them', () => {
  it('adds one, and is refused with an enrolment along with it, which leaves nothing behind', async () => {
    const { id: role } = await school.admin.call('roles.save', {
      id: null, rev: null, role: { nameEl: 'Καταχώριση', nameEn: 'Entry', purpose: null, permissions: ['students:create'], fieldClasses: ['ordinary', 'contact'], defaultScope: 'school' },
    });
    const caller = await account('entry', [{ role, scope: 'school' }]);
    const year = school.environment.reader.get<{ id: string }>('SELECT id FROM academic_year LIMIT 1')?.id ?? '';
    const enrolment = { yearId: year, level: 'Α', division: null, entryDate: '2026-09-11' };
    expect(await caller.answer('students.create', { details: studentForm({ studentNo: '7788' }), enrolment })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    await caller.call('students.create', { details: studentForm({ studentNo: '7788' }) });
  });
});

describe('the permissions that the screens are told of', () => {
  it('leave out what is decided for the whole school where the role is held for a part of it', async () => {
    const { id: department } = await school.admin.call('departments.save', { id: null, rev: null, department: { code: 'Α', nameEl: 'Δημοτικό', nameEn: 'Primary', headStaffId: null } });
    const part = await account('part', [{ role: 'registrar', scope: 'department', departmentIds: [department] }]);
    const whole = await account('whole', [{ role: 'registrar', scope: 'school' }]);
    const [told, everything] = [(await part.call('auth.me', {})).permissions, (await whole.call('auth.me', {})).permissions];
    for (const permission of ['students:edit', 'notes:delete', 'structure:view', 'exports:run'] as const) expect(told).toContain(permission);
    for (const permission of ['students:create', 'students:merge', 'structure:edit', 'imports:run', 'grading:configure', 'conduct:configure'] as const) {
      expect(told).not.toContain(permission);
      expect(everything).toContain(permission);
    }
  });

  it('tells what is held over the whole school apart from what is held in a part of it', async () => {
    const { schoolPermissions, permissions } = await (await account('wide', [{ role: 'registrar', scope: 'school' }])).call('auth.me', {});
    expect(schoolPermissions).toContain('transcripts:edit');
    expect(schoolPermissions.toSorted()).toEqual(permissions.toSorted());
    const { departments } = await school.admin.call('departments.list', {});
    const orgId = departments[0]?.id ?? (await school.admin.call('departments.save', { id: null, rev: null, department: { nameEl: 'Τομέας', nameEn: 'Department', code: null } })).id;
    const narrow = await account('narrow', [{ role: 'registrar', scope: 'department', departmentIds: [orgId] }]);
    const me = await narrow.call('auth.me', {});
    expect(me.permissions).toContain('transcripts:edit');
    expect(me.schoolPermissions).toEqual([]);
    expect(await narrow.answer('transcripts.preview', { yearId: '00000000-0000-7000-8000-000000000000', level: null })).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });
});
