import { disclosure, disclosureStudent, legalHold } from '../../src/main/core/store/schema/index.ts';
import { familyOf, fresh, newcomer, revOf, student, type Aim } from './sample-records.ts';
import type { Samples } from './samples.ts';

const told = { date: '2026-10-08', recipient: 'Δήμος', purpose: 'Μεταφορά μαθητών', basis: 'law' as const, content: 'Ονόματα και τάξη' };
const kept = { reason: 'Εκκρεμής υπόθεση', startDate: '2026-09-12', endDate: '2026-09-30' };

const newDisclosure = (aim: Aim) => aim.school.plant((db) => {
  const id = db.insert(disclosure, told);
  db.insert(disclosureStudent, { disclosureId: id, studentId: student(aim) });
  return id;
});
const newHold = (aim: Aim) => aim.school.plant((db) => db.insert(legalHold, { studentId: student(aim), ...kept }));

/** Calls about what is told to others, kept for a time, handed over and erased. */
export const privacySamples = {
  'disclosures.list': () => ({}),
  'disclosures.get': (aim) => ({ id: familyOf(aim).disclosureId }),
  'disclosures.save': (aim) => ({ id: familyOf(aim).disclosureId, rev: revOf(aim, 'disclosure', familyOf(aim).disclosureId), disclosure: { ...told, note: fresh() }, studentIds: [student(aim)] }),
  'disclosures.dependents': (aim) => ({ id: familyOf(aim).disclosureId }),
  'disclosures.remove': (aim) => ({ id: newDisclosure(aim), rev: 1 }),
  'disclosures.export': () => ({ format: 'csv', language: 'el' }),
  'privacy.setOptOut': (aim) => ({ studentId: student(aim), optedOut: true }),
  'privacy.archive': (aim) => ({ studentId: student(aim), language: 'el' }),
  'privacy.erasePreview': (aim) => ({ studentId: student(aim) }),
  'privacy.erase': (aim) => {
    const { studentId } = newcomer(aim, false);
    const { studentNo = '' } = aim.school.environment.reader.get<{ studentNo: string }>('SELECT studentNo FROM student WHERE id = ?', [studentId]) ?? {};
    return { studentId, studentNo, reason: 'Αίτημα' };
  },
  'erasures.list': (aim) => ({ studentId: student(aim) }),
  'retention.rules': () => ({}),
  'retention.saveRules': async ({ office }) => ({ rules: (await office.call('retention.rules', {})).rules }),
  'retention.preview': () => ({}),
  'retention.apply': async ({ office }) => ({ digest: (await office.call('retention.preview', {})).digest, reason: 'Κανόνες διατήρησης' }),
  'legalHolds.list': (aim) => ({ studentId: student(aim) }),
  'legalHolds.save': (aim) => ({ id: familyOf(aim).holdId, rev: revOf(aim, 'legal_hold', familyOf(aim).holdId), studentId: student(aim), hold: { ...kept, reason: fresh() } }),
  'legalHolds.remove': (aim) => ({ id: newHold(aim), rev: 1 }),
} satisfies Partial<Samples>;
