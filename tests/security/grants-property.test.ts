import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contract } from '#contract/index.ts';
import { withNeeds } from '#contract/permission-needs.ts';
import { permissions, type GrantScope, type Permission } from '#contract/permissions.ts';
import { isBuiltIn, roleNames, roles } from '#contract/roles-built-in.ts';
import { user } from '../../src/main/core/store/schema/index.ts';
import { localDate } from '../../src/main/core/kernel/dates.ts';
import type { Caller } from '../fixtures/core.ts';
import { openPlantedSchool, type PlantedSchool } from './school.ts';

let school: PlantedSchool;
let admin: Caller;
let subject: { userId: string; open: () => Caller };
let departments: string[];
beforeAll(async () => {
  school = await openPlantedSchool((field) => `Εκτός ${field}`);
  admin = school.member('administrator').open({ confirmed: true });
  subject = school.member('viewer', 'sections');
  departments = school.environment.reader.all<{ id: string }>(`SELECT id FROM org WHERE type = 'department' ORDER BY id`).map(({ id }) => id);
});
afterAll(() => school.close());

type Step =
  | { kind: 'give'; role: number; scope: Exclude<GrantScope, 'self'>; department: number; from: number; to: number }
  | { kind: 'take' | 'redate' | 'undo' | 'disable' | 'removeRole' | 'removeRule'; pick: number }
  | { kind: 'role'; pick: number; permissions: Permission[] }
  | { kind: 'rule'; role: number; viewer: number; target: number; span: 'now' | 'year' | 'always'; drafts: boolean };

/** Few roles and mostly departments, so that grants and rules often meet. */
const role = fc.constantFrom(3, 3, 3, 4, 6, 7, 8);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('give' as const), role, scope: fc.constantFrom('school', 'department', 'department', 'department', 'sections', 'homeroom'), department: fc.nat(3), from: fc.integer({ min: -2, max: 2 }), to: fc.integer({ min: -2, max: 2 }) }),
  fc.record({ kind: fc.constantFrom('take', 'take', 'redate', 'undo', 'disable', 'removeRole', 'removeRule'), pick: fc.nat(20) }),
  fc.record({ kind: fc.constant('role' as const), pick: fc.nat(3), permissions: fc.subarray([...permissions], { maxLength: 12 }) }),
  fc.record({ kind: fc.constant('rule' as const), role, viewer: fc.nat(2), target: fc.nat(3), span: fc.constantFrom('now', 'year', 'always'), drafts: fc.boolean() }),
);

const day = (offset: number) => localDate(Date.now() + offset * 86_400_000);
const pickOf = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const rows = <T>(sql: string, params: string[] = []) => school.environment.reader.all<T>(sql, params);

/** Does a step as an administrator would; what is refused changes nothing. */
async function take(next: Step): Promise<void> {
  const keys = [...roleNames, ...rows<{ id: string }>('SELECT id FROM role WHERE deletedAt IS NULL ORDER BY id').map(({ id }) => id)];
  const grants = rows<{ id: string; rev: number }>('SELECT id, rev FROM role_grant WHERE userId = ? AND deletedAt IS NULL ORDER BY id', [subject.userId]);
  switch (next.kind) {
    case 'give': {
      const [startDate, endDate] = [day(Math.min(next.from, next.to)), day(Math.max(next.from, next.to))];
      await admin.call('grants.add', { userId: subject.userId, grant: { role: pickOf(keys, next.role) ?? 'viewer', scope: next.scope, departmentIds: next.scope === 'department' ? [departments[next.department % departments.length] ?? ''] : [], startDate, endDate } });
      return;
    }
    case 'take': case 'redate': {
      const grant = pickOf(grants, next.pick);
      if (!grant) return;
      if (next.kind === 'take') await admin.call('grants.remove', grant);
      else await admin.call('grants.update', { ...grant, startDate: null, endDate: day((next.pick % 5) - 2) });
      return;
    }
    case 'disable': {
      const { rev, disabledAt } = await admin.call('users.get', { id: subject.userId });
      await admin.call('users.setDisabled', { id: subject.userId, rev, disabled: disabledAt === null });
      return;
    }
    case 'undo': await admin.answer('history.undoOwn', {}); return;
    case 'role': {
      const own = pickOf(rows<{ id: string; rev: number }>('SELECT id, rev FROM role WHERE deletedAt IS NULL ORDER BY id'), next.pick);
      const role = { nameEl: 'Ρ', nameEn: 'R', purpose: null, permissions: next.permissions, fieldClasses: ['ordinary' as const], defaultScope: 'school' as const };
      await admin.call('roles.save', own && next.pick > 0 ? { ...own, role } : { id: null, rev: null, role });
      return;
    }
    case 'removeRole': {
      const own = pickOf(rows<{ id: string; rev: number }>('SELECT id, rev FROM role WHERE deletedAt IS NULL ORDER BY id'), next.pick);
      if (own) await admin.answer('roles.remove', own);
      return;
    }
    case 'removeRule': {
      const rule = pickOf(rows<{ id: string; rev: number }>('SELECT id, rev FROM visibility_rule WHERE deletedAt IS NULL ORDER BY id'), next.pick);
      if (rule) await admin.call('visibility.remove', rule);
      return;
    }
    case 'rule':
      await admin.call('visibility.save', { id: null, rev: null, rule: {
        role: pickOf(keys, next.role) ?? 'viewer', viewerOrgId: departments[next.viewer] ?? null, targetOrgId: departments[next.target % departments.length] ?? '', span: next.span, drafts: next.drafts, reason: null,
      } });
  }
}

/** Each sequence begins with an account that has nothing, no rule and no role of the school's own: what is left of another would hide what this one gives. */
function startAnew(): void {
  school.plant((db) => {
    db.run('DELETE FROM role_grant WHERE userId = ?', [subject.userId]);
    db.run('DELETE FROM visibility_rule');
    db.run('DELETE FROM role');
    db.update(user, subject.userId, { disabledAt: null });
  });
}

/** What is decided for the whole school: no procedure that asks for it does with less, so that with less it opens nothing. */
const opensForLess = new Set<string>(Object.values(contract).filter(({ scope }) => scope !== 'school').flatMap((procedure) => [procedure.permission, 'creates' in procedure ? procedure.creates ?? '' : '']));
const isAskedFor = new Set<string>(Object.values(contract).flatMap((procedure) => [procedure.permission, 'creates' in procedure ? procedure.creates ?? '' : '']));
const opens = (permission: string, scope: string): boolean => scope === 'school' || opensForLess.has(permission) || !isAskedFor.has(permission);

interface Live { role: string; scope: string; orgId: string | null }

/** What the tables say that the subject holds today, worked out here from the bare rows. */
function explained(): { permissions: Set<string>; seesAll: boolean; departments: Set<string>; isStaff: boolean } {
  const today = day(0);
  const isDisabled = rows('SELECT 1 FROM user WHERE id = ? AND disabledAt IS NOT NULL', [subject.userId]).length > 0;
  const live = isDisabled ? [] : rows<Live & { startDate: string | null; endDate: string | null }>('SELECT * FROM role_grant WHERE userId = ? AND deletedAt IS NULL', [subject.userId])
    .filter(({ startDate, endDate }) => (startDate ?? today) <= today && today <= (endDate ?? today));
  const listOf = (role: string): readonly string[] => {
    if (isBuiltIn(role)) return roles[role].permissions;
    const row = rows<{ permissions: string }>('SELECT permissions FROM role WHERE id = ? AND deletedAt IS NULL', [role])[0];
    return row ? JSON.parse(row.permissions) as string[] : [];
  };
  const rules = rows<{ role: string; viewerOrgId: string | null; targetOrgId: string; drafts: number }>('SELECT * FROM visibility_rule WHERE deletedAt IS NULL');
  const held = new Set(live.flatMap(({ role, scope }) => listOf(role).filter((permission) => opens(permission, scope))));
  const seeing = live.filter(({ role }) => listOf(role).includes('students:view'));
  const within = new Set<string>();
  for (const { role, scope, orgId } of live.filter((grant) => grant.scope === 'department')) {
    if (orgId && listOf(role).includes('students:view')) within.add(orgId);
    for (const rule of rules.filter((each) => each.role === role && (each.viewerOrgId ?? orgId) === orgId)) {
      if (listOf(role).includes('students:view')) within.add(rule.targetOrgId);
      if (rule.drafts === 1 && listOf(role).includes('grades:view')) held.add('grades:draft');
    }
    expect(scope).toBe('department');
  }
  return { permissions: held, seesAll: seeing.some(({ scope }) => scope === 'school'), departments: within, isStaff: seeing.some(({ scope }) => scope === 'sections') };
}

it('no sequence of changes of grants, roles and rules yields a permission or a student that no live grant explains', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
    startAnew();
    for (const next of steps) {
      await take(next);
      const why = explained();
      const me = await subject.open().answer('auth.me', {});
      expect(me.ok ? me.value.permissions.toSorted() : []).toEqual([...why.permissions].toSorted());
      const list = await subject.open().answer('students.list', { filter: { status: 'all' } });
      const own = school.environment.reader.get<{ id: string }>('SELECT c.departmentId AS id FROM course c JOIN section s ON s.courseId = c.id WHERE s.id = ?', [school.teaching.ownSection])?.id ?? '';
      const other = departments.find((id) => id !== own) ?? '';
      const expected = [
        ...(why.seesAll || why.isStaff || why.departments.has(own) ? [school.inside.studentId] : []),
        ...(why.seesAll || why.departments.has(other) ? [school.outside.studentId] : []),
      ];
      expect(list.ok ? list.value.rows.map(({ id }) => id).toSorted() : []).toEqual(expected.toSorted());
    }
  }), { numRuns: 200 });
}, 240_000);

it('what permissions need is added to them, and adding it again changes nothing', () => {
  fc.assert(fc.property(fc.subarray([...permissions]), (chosen) => {
    const whole = withNeeds(chosen);
    expect(whole).toEqual(expect.arrayContaining([...chosen]));
    expect(withNeeds(whole)).toEqual(whole);
  }));
});
