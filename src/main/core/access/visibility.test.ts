import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { homeroom, homeroomMembership, grant, user, role, sectionEnrolment, enrolment } from '../store/schema/index.ts';
import { openPlantedSchool, type PlantedSchool } from '../../../../tests/security/school.ts';
import type { Caller } from '../../../../tests/fixtures/core.ts';

let school: PlantedSchool;
let admin: Caller;
beforeAll(async () => {
  school = await openPlantedSchool((field) => `Εκτός ${field}`);
  admin = school.member('administrator').open({ confirmed: true });
});
afterAll(() => school.close());

const seen = async (caller: Caller) => (await caller.call('students.list', { filter: { status: 'all' } })).rows.map(({ id }) => id);

describe('the scope', () => {
  it('of a class teacher is the own division: its students, its lessons to look and for attendance, never its grades', async () => {
    const teacher = school.member('teacher');
    school.plant((db) => {
      db.update(grant, db.get<{ id: string }>('SELECT id FROM role_grant WHERE userId = ?', [teacher.userId])?.id ?? '', { scope: 'homeroom' });
      const staffId = db.get<{ id: string }>('SELECT id FROM staff WHERE userId = ?', [teacher.userId])?.id ?? '';
      // Teaches the own section, and is class teacher of another division with the other student.
      const stay = db.get<{ id: string; level: string }>('SELECT id, level FROM enrolment WHERE studentId = ?', [school.outside.studentId]);
      db.update(enrolment, stay?.id ?? '', { division: 'Τ9' });
      db.insert(homeroom, { yearId: school.teaching.yearId, level: stay?.level ?? '', division: 'Τ9', staffId });
      db.insert(homeroomMembership, { studentId: school.outside.studentId, enrolmentId: stay?.id ?? '', yearId: school.teaching.yearId, level: stay?.level ?? '', division: 'Τ9', startDate: '2026-09-11' });
    });
    const caller = teacher.open();
    expect(await seen(caller)).toEqual([school.outside.studentId]);
    expect(await caller.answer('gradebook.saveScores', { sectionId: school.teaching.otherSection, scores: [] } as never)).toMatchObject({ ok: false });
    expect((await caller.answer('students.get', { id: school.inside.studentId }))).toMatchObject({ ok: false, error: { code: 'notFound' } });
    expect((await admin.call('visibility.why', { userId: teacher.userId, studentId: school.outside.studentId })).reasons.find(({ reaches }) => reaches)?.ways).toEqual([{ by: 'homeroom', division: 'Τ9' }]);
  });

  it('of oneself is the own record and no other', async () => {
    const self = school.member('viewer', 'self');
    school.plant((db) => { db.update(user, self.userId, { personId: null }); });
    expect(await seen(self.open())).toEqual([]);
    school.plant((db) => { db.update(user, self.userId, { personId: school.inside.personId }); });
    expect(await seen(self.open())).toEqual([school.inside.studentId]);
    expect((await admin.call('visibility.why', { userId: self.userId, studentId: school.inside.studentId })).reasons[0]?.ways).toEqual([{ by: 'self' }]);
  });

  it('ends with the grant: not before its first day, not after its last', async () => {
    const member = school.member('viewer');
    const set = (dates: { startDate: string | null; endDate: string | null }) => school.plant((db) => {
      db.update(grant, db.get<{ id: string }>('SELECT id FROM role_grant WHERE userId = ?', [member.userId])?.id ?? '', dates);
    });
    set({ startDate: '2999-01-01', endDate: null });
    expect(await member.open().answer('students.list', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    set({ startDate: null, endDate: '2000-01-01' });
    expect(await member.open().answer('students.list', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect((await admin.call('visibility.why', { userId: member.userId, studentId: school.inside.studentId }))).toMatchObject({ sees: false, reasons: [{ obstacle: 'notInForce' }] });
  });
});

describe('field classes', () => {
  it('of one grant show nothing on the rows of another: a teacher who may look at the whole school sees no contacts of others', async () => {
    const member = school.member('teacher');
    school.plant((db) => { db.insert(grant, { userId: member.userId, role: 'viewer', scope: 'school' }); });
    const { rows } = await member.open().call('students.list', { filter: { status: 'all' } });
    expect(rows.find(({ id }) => id === school.outside.studentId)).toMatchObject({ email: null, phone: null });
    expect((await member.open().call('students.get', { id: school.outside.studentId }))).toMatchObject({ details: { email: null, mobile: null } });
    expect((await school.member('teacher').open().call('students.list', { filter: { status: 'all' } })).rows[0]?.email).not.toBeNull();
  });

  it('of a grant show on the rows that it reaches, whatever else reaches them: a teacher who is also a viewer keeps the contacts of the own students', async () => {
    const member = school.member('teacher');
    school.plant((db) => { db.insert(grant, { userId: member.userId, role: 'viewer', scope: 'school' }); });
    const caller = member.open({ confirmed: true });
    const { rows } = await caller.call('students.list', { filter: { status: 'all' } });
    expect(rows.find(({ id }) => id === school.inside.studentId)?.email).not.toBeNull();
    expect(rows.find(({ id }) => id === school.outside.studentId)?.email).toBeNull();
    expect((await caller.call('students.get', { id: school.inside.studentId })).details.mobile).not.toBeNull();
    expect((await caller.call('guardians.list', { studentId: school.inside.studentId })).guardians.some(({ email, mobile, phone }) => email ?? mobile ?? phone)).toBe(true);
    expect(await caller.answer('guardians.list', { studentId: school.outside.studentId })).toMatchObject({ ok: false, error: { code: 'notFound' } });
  });

  it('of a role that reads no history show nothing there: a counsellor of some students who reads the history of all does not read the health of others', async () => {
    const member = school.member('counsellor', 'sections');
    const own = school.plant((db) => db.insert(role, { nameEl: 'Ι', nameEn: 'H', permissions: '["students:view","history:view"]', fieldClasses: '["ordinary"]', defaultScope: 'school' }));
    school.plant((db) => { db.insert(grant, { userId: member.userId, role: own, scope: 'school' }); });
    const healthOf = async (caller: Caller) => {
      const studentId = school.outside.studentId;
      const { rows } = await caller.call('history.list', { studentId, limit: 500 });
      const sets = await Promise.all(rows.map(({ id }) => caller.call('history.get', { id, studentId, limit: 500 })));
      return sets.flatMap(({ changes }) => changes).filter(({ entity }) => entity === 'health_alert');
    };
    expect(await healthOf(member.open())).toEqual([]);
    expect(await healthOf(school.member('administrator').open())).not.toEqual([]);
  });
});

describe('a visibility rule', () => {
  it('opens another department to those who hold a role in theirs, to look only, and says why', async () => {
    const head = school.member('departmentHead');
    const caller = head.open({ confirmed: true });
    const other = school.plant((db) => db.get<{ id: string }>('SELECT c.departmentId AS id FROM course c JOIN section s ON s.courseId = c.id WHERE s.id = ?', [school.teaching.otherSection])?.id ?? '');
    const rule = { role: 'departmentHead' as const, viewerOrgId: school.teaching.ownDepartment, targetOrgId: other, span: 'now' as const, drafts: false, reason: null };
    const ask = { userId: head.userId, studentId: school.outside.studentId };
    expect(await admin.call('visibility.why', ask)).toMatchObject({ sees: false, reasons: [{ rule: null, obstacle: 'notInScope' }] });
    expect(await admin.call('visibility.why', { ...ask, draft: rule })).toMatchObject({ sees: true, reasons: [{ reaches: false }, { rule: 'draft', reaches: true, ways: [{ by: 'section' }], drafts: false }] });
    expect(await admin.call('visibility.reach', { userId: head.userId, draft: rule })).toEqual({ now: 1, withRule: 2 });
    const { id, rev } = await admin.call('visibility.save', { id: null, rev: null, rule });
    expect((await seen(caller)).toSorted()).toEqual([school.inside.studentId, school.outside.studentId].toSorted());
    // Tried in the place of the saved one, a narrower rule takes away what that gave.
    const narrower = { ...rule, targetOrgId: school.teaching.ownDepartment };
    expect(await admin.call('visibility.reach', { userId: head.userId, draft: narrower, replaces: id })).toEqual({ now: 2, withRule: 1 });
    expect((await admin.call('visibility.why', { ...ask, draft: narrower, replaces: id })).sees).toBe(false);
    // Not to print, not the gradebook: a rule lets look at what the role sees, nothing more.
    expect((await caller.call('documents.register', { limit: 500 })).rows.some(({ studentId }) => studentId === school.outside.studentId)).toBe(false);
    expect(await caller.answer('gradebook.get', { sectionId: school.teaching.otherSection, termId: null } as never)).toMatchObject({ ok: false });
    expect((await admin.call('visibility.list', {})).rules).toMatchObject([{ id, holders: 1, drafts: false }]);
    await admin.call('visibility.remove', { id, rev });
    expect(await seen(caller)).toEqual([school.inside.studentId]);
  });

  it('of a span reaches who was there: in the running term, in the year, or ever', async () => {
    const head = school.member('departmentHead');
    const place = school.environment.reader.get<{ id: string }>('SELECT id FROM section_enrolment WHERE studentId = ? AND sectionId = ?', [school.inside.studentId, school.teaching.ownSection]);
    school.plant((db) => { db.update(sectionEnrolment, place?.id ?? '', { endDate: '2026-09-12' }); });
    expect(await seen(head.open())).toEqual([]);
    const rule = { role: 'departmentHead' as const, viewerOrgId: null, targetOrgId: school.teaching.ownDepartment, drafts: true, reason: null };
    const { id, rev } = await admin.call('visibility.save', { id: null, rev: null, rule: { ...rule, span: 'year' } });
    expect(await seen(head.open())).toEqual([school.inside.studentId]);
    const ofTerm = await admin.call('visibility.save', { id, rev, rule: { ...rule, span: 'term' } });
    // Left before the running term began, then in it: the term that began last counts, however it ends.
    const started = school.environment.reader.get<{ day: string }>(`SELECT max(startDate) AS day FROM term WHERE startDate <= date('now') AND type NOT IN ('year', 'exam') AND deletedAt IS NULL`)?.day ?? '';
    expect(started).not.toBe('');
    const leave = (days: string) => school.plant((db) => { db.update(sectionEnrolment, place?.id ?? '', { endDate: db.get<{ day: string }>('SELECT date(?, ?) AS day', [started, days])?.day ?? null }); });
    leave('-1 days');
    expect(await seen(head.open())).toEqual([]);
    leave('+0 days');
    expect(await seen(head.open())).toEqual([school.inside.studentId]);
    await admin.call('visibility.remove', { id, rev: ofTerm.rev });
    school.plant((db) => { db.update(sectionEnrolment, place?.id ?? '', { endDate: null }); });
  });
});
