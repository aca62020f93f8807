import { z } from 'zod';
import { command, everyDoor, localDoors, query } from './define.ts';
import { id, instant, language, nothing, rev, text } from './fields.ts';
import { fieldClasses, grantScopes, permissions } from './permissions.ts';
import { roleKey, roleName } from './roles.ts';
import { password } from './setup.ts';

export const preferences = z.object({
  language,
  theme: z.enum(['light', 'dark', 'system']),
  /** Minutes without a key or mouse before the window locks; 0 never. */
  idleMinutes: z.number().int().min(0).max(240),
});
export type Preferences = z.infer<typeof preferences>;

/** As whom the program is looked at: a role in a scope, or a person with the grants that they have. */
const preview = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('role'), role: roleKey, scope: z.enum(grantScopes), orgId: id.nullable().default(null) }),
  z.object({ kind: z.literal('person'), userId: id }),
]);
export type Preview = z.infer<typeof preview>;

const me = z.object({
  user: z.object({ id, username: z.string(), displayName: z.string() }),
  roles: z.array(roleName),
  /** Those with which something can be done where they are held: what is decided for the whole school needs a grant over it. */
  permissions: z.array(z.enum(permissions)),
  /** Those of them that are held over the whole school, for what is decided for all of it at once. */
  schoolPermissions: z.array(z.enum(permissions)),
  fieldClasses: z.array(z.enum(fieldClasses)),
  preferences,
  /** The longest idle time that the school allows, in minutes; 0: no rule. */
  idleAtMost: z.number().int(),
  locked: z.boolean(),
  /** Whom one sees the program as, if not as oneself: a role's name or a person's. */
  preview: z.object({ nameEl: z.string(), nameEn: z.string() }).nullable(),
  school: z.object({ nameEl: z.string(), nameEn: z.string(), yearLabel: z.string() }),
});
export type Me = z.infer<typeof me>;

/** A device on which somebody is signed in. The id is not the token and opens nothing. */
export const sessionView = z.object({ id: z.string(), device: z.string(), createdAt: instant, expiresAt: instant, locked: z.boolean(), isOwn: z.boolean() });

/** The rules of security that the school sets. */
const policy = z.object({
  passwordLength: z.number().int().min(10, 'passwordTooShort').max(64),
  /** Days after which a password has to be changed; 0 never. */
  passwordDays: z.number().int().min(0).max(730),
  /** Wrong passwords in a row after which an account is locked out, and for how many minutes. */
  lockAfter: z.number().int().min(3).max(50), lockMinutes: z.number().int().min(1).max(1440),
  sessionHours: z.number().int().min(1).max(72),
  /** The longest idle time before the window locks that a person may choose, in minutes; 0: no rule. */
  idleAtMost: z.number().int().min(0).max(240),
});
export type AccessPolicy = z.infer<typeof policy>;

const own = { permission: 'signedIn', scope: 'own', doors: everyDoor } as const;
const always = ['locked', 'mustChange', 'preview'] as const;
const secret = z.string().min(1).max(200);
const verdict = { waitSeconds: z.number().int() };

export const accessProcedures = {
  'auth.signIn': command({
    permission: 'public', scope: 'none', doors: everyDoor,
    /** `code`: from the second factor, once the answer was `codeNeeded`. */
    input: z.object({ username: text(60), password: secret, code: z.string().trim().max(20).default(''), device: z.string().max(80).default('') }),
    /** A refusal is an answer, not an error, so that the count of wrong tries is kept. `token`: for scripts (Bearer). */
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('signedIn'), token: z.string(), expiresAt: instant }),
      z.object({ state: z.literal('codeNeeded') }),
      z.object({ state: z.literal('refused'), ...verdict }),
    ]),
  }),
  'auth.me': query({ ...own, during: ['preview'], input: nothing, output: me }),
  'auth.signOut': command({ ...own, during: always, input: nothing, output: nothing }),
  'auth.lock': command({ ...own, during: always, input: nothing, output: nothing }),
  'auth.unlock': command({ ...own, during: always, input: z.object({ password: secret }), output: z.object({ unlocked: z.boolean(), ...verdict }) }),
  /** The password again, before a sensitive command. */
  'auth.confirm': command({ ...own, during: ['mustChange'], input: z.object({ password: secret }), output: z.object({ confirmed: z.boolean(), ...verdict }) }),
  'auth.changePassword': command({ ...own, during: ['mustChange'], sensitive: true, input: z.object({ password }), output: nothing }),
  /** What a new password has to be, for the form that asks for one. */
  'auth.passwordRules': query({ ...own, during: ['mustChange'], input: nothing, output: z.object({ length: z.number().int() }) }),
  'auth.sessions': query({ ...own, input: nothing, output: z.object({ sessions: z.array(sessionView) }) }),
  'auth.endSession': command({ ...own, input: z.object({ id: z.string().max(100) }), output: nothing }),
  'preferences.update': command({ ...own, input: preferences, output: preferences }),

  'twoFactor.state': query({ ...own, input: nothing, output: z.object({ on: z.boolean(), since: instant.nullable(), codesLeft: z.number().int() }) }),
  /** A new secret, which counts once a code from it was given to `twoFactor.confirm`. */
  'twoFactor.start': command({ ...own, sensitive: true, input: nothing, output: z.object({ secret: z.string(), uri: z.string() }) }),
  /** Answers the codes for one use each, which are shown this once. `codes` null: the code was wrong. */
  'twoFactor.confirm': command({ ...own, sensitive: true, input: z.object({ code: text(20) }), output: z.object({ codes: z.array(z.string()).nullable() }) }),
  /** New codes for one use each, shown this once, with a code of the authenticator; the old ones are good for nothing any more. `codes` null: it was wrong, and the next try has to wait. */
  'twoFactor.renewCodes': command({ ...own, sensitive: true, input: z.object({ code: text(20) }), output: z.object({ codes: z.array(z.string()).nullable(), ...verdict }) }),
  'twoFactor.end': command({ ...own, sensitive: true, input: nothing, output: nothing }),

  /** Looks at the program as a role or a person, without being able to change anything, and never at more than one may see oneself. */
  'preview.start': command({ permission: 'roles:view', scope: 'school', doors: everyDoor, input: z.object({ as: preview }), output: nothing }),
  'preview.end': command({ ...own, during: ['preview'], input: nothing, output: nothing }),

  'accessPolicy.get': query({ permission: 'settings:view', scope: 'school', doors: everyDoor, input: nothing, output: z.object({ policy, rev: rev.nullable() }) }),
  'accessPolicy.save': command({
    permission: 'settings:edit', scope: 'school', doors: everyDoor, sensitive: true, undoable: true,
    input: z.object({ rev: rev.nullable(), policy }), output: z.object({ rev }),
  }),
  /** The last way back in: at the computer that holds the data, with the recovery code, an account becomes administrator with a new password. */
  'recovery.administrator': command({
    permission: 'public', scope: 'none', doors: localDoors,
    input: z.object({ recoveryCode: z.string().min(1).max(100), username: text(60), password }),
    output: z.discriminatedUnion('state', [z.object({ state: z.literal('recovered') }), z.object({ state: z.literal('refused'), ...verdict })]),
  }),
};
