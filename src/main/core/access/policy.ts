import { z } from 'zod';
import type { AccessPolicy } from '#contract/access.ts';
import { readSetting } from '../settings/index.ts';
import type { Reader } from '../store/reader.ts';

/** What a school starts with: long passwords that need not be changed without a reason, as NIST SP 800-63B advises. */
export const defaultPolicy: AccessPolicy = { passwordLength: 10, passwordDays: 0, lockAfter: 10, lockMinutes: 30, sessionHours: 12, idleAtMost: 0 };

const stored = z.object({
  passwordLength: z.number().default(defaultPolicy.passwordLength), passwordDays: z.number().default(defaultPolicy.passwordDays),
  lockAfter: z.number().default(defaultPolicy.lockAfter), lockMinutes: z.number().default(defaultPolicy.lockMinutes),
  sessionHours: z.number().default(defaultPolicy.sessionHours), idleAtMost: z.number().default(defaultPolicy.idleAtMost),
});

/** The name under which the rules of security are kept among the settings. */
export const policySetting = 'access';

/** The school's rules of security. `rev` null: never changed. */
export function readPolicy(db: Reader): { policy: AccessPolicy; rev: number | null } {
  const row = readSetting(db, policySetting);
  return { policy: stored.parse(row?.value ?? {}), rev: row?.rev ?? null };
}
