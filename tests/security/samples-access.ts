import type { GrantDraft } from '#contract/accounts.ts';
import { uuidv7 } from 'uuidv7';
import { foldText } from '../../src/main/core/search/index.ts';
import { grant, role, user, visibilityRule } from '../../src/main/core/store/schema/index.ts';
import { password } from '../fixtures/core.ts';
import { next, student, type Aim } from './sample-records.ts';
import type { Samples } from './samples.ts';

const name = () => `new-${uuidv7().slice(-8)}`;
const viewing: GrantDraft = { role: 'viewer', scope: 'school', departmentIds: [], startDate: null, endDate: null };

/** An account of somebody who may do less than anyone: a new one for each call. */
function newAccount({ school }: Aim): string {
  const username = name();
  return school.plant((db) => db.insert(user, { username, usernameKey: foldText(username), displayName: username, passwordHash: '', language: 'el', theme: 'light', idleMinutes: 0 }));
}
const newGrant = (aim: Aim) => {
  const userId = newAccount(aim);
  return aim.school.plant((db) => db.insert(grant, { userId, role: 'viewer', scope: 'school' }));
};
const newRole = ({ school }: Aim) => school.plant((db) => db.insert(role, { nameEl: 'Ρόλος', nameEn: 'Role', permissions: '["students:view"]', fieldClasses: '["ordinary"]', defaultScope: 'school' }));
const newRule = ({ school }: Aim) => school.plant((db) => db.insert(visibilityRule, { role: 'viewer', targetOrgId: school.teaching.ownDepartment, span: 'now', drafts: false }));
const policy = () => ({ passwordLength: 10, passwordDays: 0, lockAfter: 10 + (next() % 5), lockMinutes: 30, sessionHours: 12, idleAtMost: 0 });

/** Calls about accounts, roles, rules and the caller's own security. */
export const accessSamples = {
  'auth.passwordRules': () => ({}),
  'auth.sessions': () => ({}),
  'auth.endSession': async ({ member, stranger, isInside }) => {
    const owner = isInside ? member : stranger;
    const { sessions } = await owner.open().call('auth.sessions', {});
    return { id: sessions[0]?.id ?? '' };
  },
  'twoFactor.state': () => ({}),
  'twoFactor.start': () => ({}),
  'twoFactor.confirm': () => ({ code: '000000' }),
  'twoFactor.renewCodes': () => ({ code: '000000' }),
  'twoFactor.end': () => ({}),
  'preview.start': () => ({ as: { kind: 'role', role: 'viewer', scope: 'school' } }),
  'preview.end': () => ({}),
  'accessPolicy.get': () => ({}),
  'accessPolicy.save': async ({ office }) => ({ rev: (await office.call('accessPolicy.get', {})).rev, policy: policy() }),
  'recovery.administrator': () => ({ recoveryCode: 'AAAA', username: 'admin', password }),
  'users.list': () => ({}),
  'users.get': (aim) => ({ id: aim.member.userId }),
  'users.people': () => ({ text: '' }),
  'users.create': () => ({ account: { username: name(), displayName: 'Νέος', language: 'el' }, grants: [viewing] }),
  'users.update': (aim) => ({ id: newAccount(aim), rev: 1, account: { username: name(), displayName: 'Άλλος' } }),
  'users.setDisabled': (aim) => ({ id: newAccount(aim), rev: 1, disabled: true }),
  'users.resetPassword': (aim) => ({ id: newAccount(aim) }),
  'users.endTwoFactor': (aim) => ({ id: newAccount(aim) }),
  'users.unlock': (aim) => ({ id: newAccount(aim) }),
  'users.sessions': (aim) => ({ id: newAccount(aim) }),
  'users.endSessions': (aim) => ({ id: newAccount(aim) }),
  'grants.add': (aim) => ({ userId: newAccount(aim), grant: viewing }),
  'grants.update': (aim) => ({ id: newGrant(aim), rev: 1, startDate: null, endDate: '2027-06-30' }),
  'grants.remove': (aim) => ({ id: newGrant(aim), rev: 1 }),
  'roles.list': () => ({}),
  'roles.save': (aim) => ({ id: newRole(aim), rev: 1, role: { nameEl: 'Άλλος', nameEn: 'Other', purpose: null, permissions: ['students:view'], fieldClasses: ['ordinary'], defaultScope: 'school' } }),
  'roles.remove': (aim) => ({ id: newRole(aim), rev: 1 }),
  'visibility.list': () => ({}),
  'visibility.save': (aim) => ({ id: newRule(aim), rev: 1, rule: { role: 'viewer', viewerOrgId: null, targetOrgId: aim.school.teaching.ownDepartment, span: 'year', drafts: false, reason: null } }),
  'visibility.remove': (aim) => ({ id: newRule(aim), rev: 1 }),
  'visibility.why': (aim) => ({ userId: aim.member.userId, studentId: student(aim) }),
  'visibility.reach': (aim) => ({ userId: aim.member.userId }),
} satisfies Partial<Samples>;
