import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, instant, language, nothing, text } from './fields.ts';
import { fieldClasses, permissions, roleNames } from './permissions.ts';
import { password } from './setup.ts';

export const preferences = z.object({
  language,
  theme: z.enum(['light', 'dark', 'system']),
  /** Minutes without a key or mouse before the window locks; 0 never. */
  idleMinutes: z.number().int().min(0).max(240),
});
export type Preferences = z.infer<typeof preferences>;

const me = z.object({
  user: z.object({ id, username: z.string(), displayName: z.string() }),
  roles: z.array(z.enum(roleNames)),
  permissions: z.array(z.enum(permissions)),
  fieldClasses: z.array(z.enum(fieldClasses)),
  preferences,
  locked: z.boolean(),
  school: z.object({ nameEl: z.string(), nameEn: z.string(), yearLabel: z.string() }),
});
export type Me = z.infer<typeof me>;

export const accessProcedures = {
  'auth.signIn': command({
    permission: 'public', scope: 'none', doors: everyDoor,
    input: z.object({ username: text(60), password: z.string().min(1).max(200), device: z.string().max(80).default('') }),
    /** A refusal is an answer, not an error, so that the count of wrong tries is kept. `token`: for scripts (Bearer). */
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('signedIn'), token: z.string(), expiresAt: instant }),
      z.object({ state: z.literal('refused'), waitSeconds: z.number().int() }),
    ]),
  }),
  'auth.me': query({ permission: 'signedIn', scope: 'own', doors: everyDoor, input: nothing, output: me }),
  'auth.signOut': command({ permission: 'signedIn', scope: 'own', doors: everyDoor, whileLocked: true, input: nothing, output: nothing }),
  'auth.lock': command({ permission: 'signedIn', scope: 'own', doors: everyDoor, whileLocked: true, input: nothing, output: nothing }),
  'auth.unlock': command({
    permission: 'signedIn', scope: 'own', doors: everyDoor, whileLocked: true,
    input: z.object({ password: z.string().min(1).max(200) }),
    output: z.object({ unlocked: z.boolean(), waitSeconds: z.number().int() }),
  }),
  /** The password again, before a sensitive command. */
  'auth.confirm': command({
    permission: 'signedIn', scope: 'own', doors: everyDoor,
    input: z.object({ password: z.string().min(1).max(200) }),
    output: z.object({ confirmed: z.boolean(), waitSeconds: z.number().int() }),
  }),
  'auth.changePassword': command({
    permission: 'signedIn', scope: 'own', doors: everyDoor, sensitive: true,
    input: z.object({ password }), output: nothing,
  }),
  'preferences.update': command({
    permission: 'signedIn', scope: 'own', doors: everyDoor, input: preferences, output: preferences,
  }),
};
