import type { AuditEntry, AuditKind } from '#contract/audit.ts';
import type { Language } from '#contract/fields.ts';
import { permissionWords, resourceWords, type Words } from '#contract/permission-words.ts';
import { resourceOf } from '#contract/permissions.ts';
import { roleWords } from '#contract/role-words.ts';
import { isBuiltIn } from '#contract/roles-built-in.ts';
import { permissionsAsked } from './rules-procedures.ts';

/** What each kind of entry is called in an exported record. */
export const kindWords: Record<AuditKind, Words> = {
  change: { el: 'Αλλαγή', en: 'Change' },
  denied: { el: 'Άρνηση', en: 'Refusal' },
  sensitiveRead: { el: 'Ευαίσθητη ανάγνωση', en: 'Sensitive reading' },
  export: { el: 'Εξαγωγή', en: 'Export' },
  signIn: { el: 'Σύνδεση', en: 'Sign-in' },
  signInRefused: { el: 'Αποτυχία σύνδεσης', en: 'Failed sign-in' },
  lockedOut: { el: 'Κλείδωμα λογαριασμού', en: 'Lock-out' },
  account: { el: 'Λογαριασμός', en: 'Account' },
  recovery: { el: 'Ανάκτηση πρόσβασης', en: 'Recovery of access' },
  chainBroken: { el: 'Το αρχείο παραποιήθηκε', en: 'Record tampered with' },
};

const detailWords: Readonly<Record<string, Words>> = {
  forbidden: { el: 'Δεν επιτρέπεται στον ρόλο', en: 'Not allowed by the role' },
  notFound: { el: 'Έξω από όσα βλέπει', en: 'Out of reach' },
  health: { el: 'Υγεία', en: 'Health' },
  safeguarding: { el: 'Προστασία του παιδιού', en: 'Safeguarding' },
  finance: { el: 'Οικονομικά', en: 'Finance' },
  bulk: { el: 'Στοιχεία πολλών', en: 'Records of many people' },
  passwordChanged: { el: 'Άλλαξε ο κωδικός', en: 'Password changed' },
  passwordReset: { el: 'Δόθηκε νέος κωδικός', en: 'Password reset' },
  twoFactorOn: { el: 'Ενεργοποιήθηκε η επαλήθευση σε δύο βήματα', en: 'Two-step verification turned on' },
  twoFactorOff: { el: 'Απενεργοποιήθηκε η επαλήθευση σε δύο βήματα', en: 'Two-step verification turned off' },
  codesRenewed: { el: 'Εκδόθηκαν νέοι κωδικοί μίας χρήσης', en: 'New one-use codes issued' },
  unlocked: { el: 'Ξεκλειδώθηκε', en: 'Unlocked' },
  sessionsEnded: { el: 'Αποσυνδέθηκε από συσκευές', en: 'Signed out of devices' },
  preview: { el: 'Είδε το πρόγραμμα ως άλλος', en: 'Looked at the program as somebody else' },
  administrator: { el: 'Έγινε διαχειριστής με τον κωδικό ανάκτησης', en: 'Became administrator with the recovery code' },
};
const tries: Words = { el: 'Προσπάθειες', en: 'Tries' };
const fromSet: Words = { el: 'Από την εγγραφή αρ.', en: 'From entry no.' };
const itself: Words = { el: 'Το πρόγραμμα', en: 'The program' };

type Cell = string | null;
interface AuditColumn { label: Words; width: number; kind: 'text' | 'dateTime' | 'number'; cell: (entry: AuditEntry, language: Language, at: string) => Cell }

const first = <T>(items: readonly T[]): T | undefined => items[0];

/** What an entry's detail says; what has no words of its own (a device) as it is. */
export function wordsOfDetail({ kind, detail }: Pick<AuditEntry, 'kind' | 'detail'>, language: Language): Cell {
  if (detail === null) return null;
  if (kind === 'signInRefused' || kind === 'lockedOut') return `${tries[language]}: ${detail}`;
  if (kind === 'chainBroken') return `${fromSet[language]} ${detail}`;
  return (kind === 'signIn' ? undefined : detailWords[detail]?.[language]) ?? detail;
}

function wordsOfResource(procedure: string, language: Language): Cell {
  const permission = first(permissionsAsked(procedure));
  return permission ? resourceWords[resourceOf(permission)][language] : null;
}

function wordsOfAction(procedure: string, language: Language): Cell {
  const permission = first(permissionsAsked(procedure));
  return permission ? permissionWords[permission][language] : null;
}

const text = (el: string, en: string, width: number, cell: AuditColumn['cell']): AuditColumn => ({ label: { el, en }, width, kind: 'text', cell });

/** The columns of an exported record. */
export const auditColumns: readonly AuditColumn[] = [
  { label: { el: 'Αρ.', en: 'No.' }, width: 10, kind: 'number', cell: ({ id }) => String(id) },
  { label: { el: 'Χρόνος', en: 'Time' }, width: 20, kind: 'dateTime', cell: (_entry, _language, at) => at },
  text('Ποιος', 'Who', 26, (entry, language) => entry.actor ?? (entry.userId === null ? itself[language] : entry.about)),
  text('Είδος', 'Kind', 22, ({ kind }, language) => kindWords[kind][language]),
  text('Τι αφορά', 'Area', 28, ({ procedure }, language) => wordsOfResource(procedure, language)),
  text('Δυνατότητα', 'Permission', 46, ({ procedure }, language) => wordsOfAction(procedure, language)),
  text('Διαδικασία', 'Procedure', 26, ({ procedure }) => procedure),
  text('Λεπτομέρεια', 'Detail', 32, wordsOfDetail),
  text('Καρτέλα', 'Record', 30, ({ target, targetId, targetEntity }, language) =>
    (targetEntity === 'role' && targetId !== null && isBuiltIn(targetId) ? roleWords[targetId][language] : target)),
  text('Λογαριασμός', 'Account', 26, ({ about }) => about),
  { label: { el: 'Φορές', en: 'Times' }, width: 8, kind: 'number', cell: ({ times }) => String(times) },
  { label: { el: 'Γραμμές', en: 'Rows' }, width: 10, kind: 'number', cell: ({ rows }) => String(rows) },
  text('Συσκευή', 'Device', 20, ({ device }) => device),
  text('Αιτιολογία', 'Reason', 40, ({ reason }) => reason),
];

/** Name of the sheet and, with the date, of the file. */
export const recordName: Record<Language, string> = { el: 'Έλεγχος ενεργειών', en: 'Audit' };
