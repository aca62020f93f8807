import { z } from 'zod';
import { errorCodes } from './errors.ts';
import { command, everyDoor, localDoors, query } from './define.ts';
import { bytes, isoDate, language, nothing, optionalText, text } from './fields.ts';
import { roleNames } from './roles-built-in.ts';

export const password = z.string().min(10, 'passwordTooShort').max(200, 'tooLong');
export const username = z.string().trim().min(2, 'required').max(60, 'tooLong').regex(/^[\p{L}\p{N}._@-]+$/u, 'usernameForm');

export const termDraft = z.object({ nameEl: text(60), nameEn: text(60), startDate: isoDate, endDate: isoDate });
export const schoolDraft = z
  .object({
    nameEl: text(), nameEn: text(),
    year: z.object({ label: text(20), startDate: isoDate, endDate: isoDate }),
    terms: z.array(termDraft).min(1).max(12),
    language,
    admin: z.object({ username, displayName: text(120), password }),
  })
  .superRefine((draft, context) => {
    const wrong = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (draft.year.endDate <= draft.year.startDate) wrong(['year', 'endDate'], 'endBeforeStart');
    draft.terms.forEach((term, i) => {
      if (term.endDate <= term.startDate) wrong(['terms', i, 'endDate'], 'endBeforeStart');
      if (term.startDate < draft.year.startDate || term.endDate > draft.year.endDate) wrong(['terms', i, 'startDate'], 'outsideYear');
      const before = draft.terms[i - 1];
      if (before && term.startDate <= before.endDate) wrong(['terms', i, 'startDate'], 'termsOverlap');
    });
  });
export type SchoolDraft = z.infer<typeof schoolDraft>;

const keyHolder = z.enum(['system', 'passphrase', 'keyFile', 'demonstration']);
const open = z.object({ state: z.literal('open') });

export const setupProcedures = {
  'setup.status': query({
    permission: 'public', scope: 'none', doors: everyDoor, lane: 'vault', input: nothing,
    output: z.object({
      version: z.string(),
      /** `absent`: first run. `locked`: the key is missing. `open`: sign in. */
      state: z.enum(['absent', 'locked', 'open']),
      /** Who keeps the database key on this computer; on first run: who will. */
      keyHolder,
      /** Why the data cannot be opened, besides a missing key: damaged, or written by a newer program. It was left as it is. */
      problem: z.enum(errorCodes).nullable(),
      platform: z.string(),
      /** Present in the demonstration only. */
      demo: z.object({
        password: z.string(), recoveryCode: z.string(),
        accounts: z.array(z.object({ username: z.string(), displayName: z.string(), role: z.enum(roleNames) })),
      }).nullable(),
    }),
  }),
  'setup.create': command({
    permission: 'public', scope: 'none', doors: localDoors, lane: 'vault',
    input: z.object({ school: schoolDraft, passphrase: z.string().min(10, 'passwordTooShort').max(200).optional() }),
    output: z.object({ recoveryCode: z.string() }),
  }),
  'setup.demonstration': command({
    permission: 'public', scope: 'none', doors: localDoors, lane: 'vault', input: nothing, output: open,
  }),
  'setup.unlock': command({
    permission: 'public', scope: 'none', doors: localDoors, lane: 'vault',
    input: z.union([z.object({ passphrase: z.string().min(1).max(200) }), z.object({ recoveryCode: z.string().min(1).max(100) })]),
    output: open,
  }),
  'setup.restore': command({
    permission: 'public', scope: 'none', doors: localDoors, lane: 'vault',
    input: z.object({ backup: bytes, recoveryCode: z.string().min(1).max(100), passphrase: z.string().min(10, 'passwordTooShort').max(200).optional() }),
    output: open,
  }),
  /** Written once the wizard has seen the code printed or saved; until then the home screen asks for it. */
  'keys.confirmRecovery': command({
    permission: 'keys:export', scope: 'school', doors: localDoors, input: nothing, output: nothing,
  }),
  'keys.renewRecovery': command({
    permission: 'keys:export', scope: 'school', doors: localDoors, sensitive: true, input: nothing,
    output: z.object({ recoveryCode: z.string() }),
  }),
};

const backup = z.object({
  name: z.string(), createdAt: z.number(), size: z.number().int(), reason: z.enum(['manual', 'scheduled', 'beforeUpdate', 'beforeRestore']),
});
export type Backup = z.infer<typeof backup>;

export const backupProcedures = {
  'backups.list': query({
    permission: 'backups:run', scope: 'school', doors: everyDoor, input: nothing,
    output: z.object({ folder: z.string(), nightlyAt: z.string(), keep: z.number().int(), backups: z.array(backup) }),
  }),
  'backups.run': command({
    permission: 'backups:run', scope: 'school', doors: everyDoor, lane: 'work', job: true, input: nothing, output: backup,
  }),
  /** Replaces the open database: by a backup of the list, or by one from another computer. The present one is backed up first. */
  'backups.restore': command({
    permission: 'backups:restore', scope: 'school', doors: localDoors, lane: 'work', sensitive: true,
    input: z.object({ name: optionalText(), backup: bytes.optional(), recoveryCode: z.string().min(1).max(100) }),
    output: nothing,
  }),
};
