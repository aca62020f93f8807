import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { bytes, id, instant, isoDate, nothing, optionalDate, optionalText, restricted, rev, studentKey, text } from './fields.ts';
import { fieldClasses } from './permissions.ts';

const saved = z.object({ id, rev });
const target = z.object({ id, rev });
/** A record to add (`id` null) or to change, of one student. */
const draftOf = { studentId: studentKey, id: id.nullable().default(null), rev: rev.nullable().default(null) };
const ofStudent = z.object({ studentId: studentKey });
const startsBeforeEnd = (value: { startDate: string; endDate: string | null }): boolean => value.endDate === null || value.endDate >= value.startDate;

export const contactKinds = ['email', 'phone', 'mobile', 'address'] as const;
/** A contact with the days on which it held: null is "always" and "still". */
const datedContact = z.object({ id, kind: z.enum(contactKinds), value: z.string(), startDate: isoDate.nullable(), endDate: isoDate.nullable() });

/** Where a household lives. The address is the street and number. */
export const householdDetails = z.object({ address: text(200), postalCode: optionalText(12), city: optionalText(80), phone: optionalText(40) });
const names = { familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable() };
const householdPerson = z.object({
  personId: id, ...names,
  /** The student that the person is; null for a guardian. */
  studentId: id.nullable(), studentNo: z.string().nullable(), level: z.string().nullable(), division: z.string().nullable(),
});
export type HouseholdPerson = z.infer<typeof householdPerson>;

export const healthKinds = ['allergy', 'condition', 'medication', 'diet', 'other'] as const;
export const severities = ['information', 'attention', 'emergency'] as const;
const healthDetails = z.object({
  kind: z.enum(healthKinds), severity: z.enum(severities), title: text(120), instructions: optionalText(2000), startDate: isoDate, endDate: optionalDate,
});
const healthAlert = z.object({ id, rev, ...healthDetails.shape, updatedAt: instant });
export type HealthAlert = z.infer<typeof healthAlert>;

export const purposes = ['photographs', 'excursions', 'dataSharing', 'medicalCare', 'internet', 'other'] as const;
const consentDetails = z.object({
  purpose: z.enum(purposes), given: z.boolean(), date: isoDate, validUntil: optionalDate,
  /** Which guardian said so; null: the student, or not known. */
  guardianId: id.nullish().transform((value) => value ?? null), note: optionalText(500),
});
const consent = z.object({ id, rev, ...consentDetails.shape, guardian: z.object(names).nullable() });
export type Consent = z.infer<typeof consent>;

/** The largest attachment, in bytes: a scan of many pages is below. */
export const largestAttachment = 20 * 1024 * 1024;
const attachmentFacts = { title: text(200), fieldClass: z.enum(fieldClasses), note: optionalText(500) };
const attachment = z.object({
  id, rev, title: z.string(), fieldClass: z.enum(fieldClasses), note: z.string().nullable(),
  fileName: z.string(), mime: z.string(), size: z.number().int(), addedBy: z.string().nullable(), addedAt: instant,
});
export type Attachment = z.infer<typeof attachment>;

export const familyProcedures = {
  /** Present and earlier contacts, latest first: the student's own, or those of one of the guardians. */
  'contacts.history': query({
    permission: 'guardians:view', scope: 'rows', doors: everyDoor, input: z.object({ studentId: studentKey, guardianId: id.nullable().default(null) }),
    output: z.object({ contacts: restricted('contact', z.array(datedContact)) }),
  }),
  /** The household that a student lives in, and who else could belong to it: those who share a guardian or the address. */
  'households.get': query({
    permission: 'guardians:view', scope: 'rows', doors: everyDoor, input: ofStudent,
    output: z.object({
      household: z.object({
        id, rev, since: isoDate,
        details: restricted('contact', householdDetails.nullable()),
        /** `elsewhere`: the person's own address is another one. */
        members: z.array(householdPerson.extend({ since: isoDate, elsewhere: z.boolean() })),
      }).nullable(),
      proposed: z.array(householdPerson.extend({ why: z.array(z.enum(['self', 'guardian', 'sibling', 'sameAddress'])) })),
      /** The student's present address, to start a household with. */
      address: restricted('contact', z.string().nullable()), phone: restricted('contact', z.string().nullable()),
    }),
  }),
  /** Sets address and members of a household as from a day. Those left out moved away the day before; the earlier address stays, with its end. */
  'households.save': command({
    permission: 'guardians:edit', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ ...draftOf, from: isoDate, household: householdDetails, personIds: z.array(id).min(1, 'required').max(40) }), output: saved,
  }),
  'health.list': query({
    permission: 'health:view', scope: 'rows', doors: everyDoor, audited: 'health', input: ofStudent,
    output: z.object({ alerts: restricted('health', z.array(healthAlert)) }),
  }),
  'health.save': command({
    permission: 'health:edit', creates: 'health:create', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ ...draftOf, alert: healthDetails.refine(startsBeforeEnd, { path: ['endDate'], error: 'endBeforeStart' }) }), output: saved,
  }),
  'health.remove': command({ permission: 'health:delete', scope: 'rows', doors: everyDoor, undoable: true, input: target, output: nothing }),
  /** Consents, latest first. Those to medical care are for who may see health. */
  'consents.list': query({
    permission: 'consents:view', scope: 'rows', doors: everyDoor, input: ofStudent,
    output: z.object({ consents: restricted('contact', z.array(consent)) }),
  }),
  'consents.save': command({
    permission: 'consents:edit', creates: 'consents:create', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({
      ...draftOf,
      consent: consentDetails.refine((value) => value.validUntil === null || value.validUntil >= value.date, { path: ['validUntil'], error: 'endBeforeStart' }),
    }),
    output: saved,
  }),
  'consents.remove': command({ permission: 'consents:delete', scope: 'rows', doors: everyDoor, undoable: true, input: target, output: nothing }),
  /** The documents kept with a student, of the field classes that the caller may see; latest first. */
  'attachments.list': query({
    permission: 'attachments:view', scope: 'rows', doors: everyDoor, input: ofStudent, output: z.object({ attachments: z.array(attachment) }),
  }),
  /** Keeps a file with a student. What it is is read from its content; its name then gets the ending that fits. */
  'attachments.upload': command({
    permission: 'attachments:create', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ studentId: studentKey, name: text(255), content: bytes, ...attachmentFacts }), output: saved,
  }),
  'attachments.update': command({
    permission: 'attachments:edit', scope: 'rows', doors: everyDoor, undoable: true, input: target.extend(attachmentFacts), output: saved,
  }),
  'attachments.remove': command({ permission: 'attachments:delete', scope: 'rows', doors: everyDoor, undoable: true, input: target, output: nothing }),
  'attachments.download': query({
    permission: 'attachments:view', scope: 'rows', doors: everyDoor, input: z.object({ id }),
    output: z.object({ name: z.string(), mime: z.string(), content: bytes }),
  }),
};
