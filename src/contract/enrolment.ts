import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { dependents, id, isoDate, nothing, optionalDate, optionalText, page, paging, restricted, rev, studentKey, text } from './fields.ts';
import { changeSetId } from './history.ts';
import { enrolmentDetails, relations, studentDetails, studentFilter } from './people.ts';

const saved = z.object({ id, rev });
/** Why, asked for where a closed year is corrected. */
const reason = optionalText(300);
/** Goes ahead although a class or division is then over its capacity; without it the command is refused and says which. */
const allowOver = z.boolean().default(false);

export const codeKinds = ['entry', 'exit'] as const;
const codeDetails = z.object({ kind: z.enum(codeKinds), code: text(20), labelEl: text(80), labelEn: text(80), officialCode: optionalText(20) });
const enrolmentCode = codeDetails.extend({ id, rev, position: z.number().int(), archived: z.boolean(), inUse: z.boolean() });
export type EnrolmentCode = z.infer<typeof enrolmentCode>;

/** A class or a division with more students than it has room for. */
const crowded = z.object({ what: z.enum(['section', 'division']), name: z.string(), capacity: z.number().int(), would: z.number().int() });
export type Crowded = z.infer<typeof crowded>;

/** What a plan does to a student's place in a class; `cancel`: it would only have begun later and never does. */
const step = z.object({
  what: z.enum(['begin', 'end', 'cancel']), place: z.enum(['section', 'division']), name: z.string(), date: isoDate,
});
export type Step = z.infer<typeof step>;
const preview = z.object({ refusal: z.object({ messageKey: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() }).nullable(), steps: z.array(step), crowded: z.array(crowded) });

const entry = z.object({
  studentId: id, yearId: z.uuid('required'), level: text(20), division: optionalText(20), entryDate: isoDate, entryCode: text(20),
  previousSchool: optionalText(),
  /** The classes in which the student takes a place from the entry date on. */
  sectionIds: z.array(id).max(60).default([]),
});
const leaving = z.object({ id, lastAttendedDate: isoDate, exitCode: text(20), nextSchool: optionalText() });
const moving = z.object({ id, date: isoDate, division: optionalText(20) });

const sectionChoice = z.object({
  id, code: z.string(), nameEl: z.string(), nameEn: z.string(), level: z.string().nullable(), division: z.string().nullable(),
  capacity: z.number().int().nullable(), taken: z.number().int(),
});

/** Fields that may be set for many students at once. */
export const massFields = ['level', 'entryCode', 'previousSchool', 'nextSchool'] as const;
const action = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('enrol'), yearId: z.uuid('required'), level: text(20), division: optionalText(20), entryDate: isoDate, entryCode: text(20),
    withSections: z.boolean().default(true),
  }),
  z.object({ kind: z.literal('move'), date: isoDate, division: text(20) }),
  z.object({ kind: z.literal('assign'), sectionId: z.uuid('required'), startDate: isoDate }),
  z.object({ kind: z.literal('withdraw'), lastAttendedDate: isoDate, exitCode: text(20), nextSchool: optionalText() }),
  z.object({ kind: z.literal('set'), field: z.enum(massFields), value: optionalText() }),
  /** Sets a field of the school's own; only of the ordinary class. */
  z.object({ kind: z.literal('setCustom'), fieldId: z.uuid('required'), value: optionalText(1000) }),
]);
export type MassAction = z.infer<typeof action>;
export const massAction = action;
/** Students by hand, or all that a filter of the list leaves. */
const selection = z.union([z.object({ ids: z.array(id).min(1).max(5000) }), z.object({ filter: studentFilter })]);
export type Selection = z.infer<typeof selection>;

export const massFates = ['change', 'nothing', 'refused'] as const;
const massCounts = z.object({ change: z.number().int(), nothing: z.number().int(), refused: z.number().int() });
const massRow = z.object({
  studentId: id, studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
  fate: z.enum(massFates), refusal: z.string().nullable(), params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** What would differ, by field (`fields.<field>`). */
  cells: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** Places in classes that begin and that end. */
  begins: z.number().int(), ends: z.number().int(),
});
export type MassRow = z.infer<typeof massRow>;

const placeRow = z.object({
  id, rev, studentId: id, studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
  level: z.string().nullable(), division: z.string().nullable(), startDate: isoDate, endDate: isoDate.nullable(), reason: z.string().nullable(),
});
export type PlaceRow = z.infer<typeof placeRow>;

const asOfInput = z.object({ studentId: studentKey, date: isoDate });

export const enrolmentProcedures = {
  /** Adds or corrects a stay as a whole. A division that differs counts from today; a corrected last day takes the places along. */
  'enrolments.save': command({
    permission: 'enrolments:edit', creates: 'enrolments:create', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ studentId: id, id: id.nullable().default(null), rev: rev.nullable().default(null), enrolment: enrolmentDetails, reason }),
    output: saved,
  }),
  'enrolments.dependents': query({
    permission: 'enrolments:delete', scope: 'rows', doors: everyDoor, input: z.object({ id }), output: z.object({ dependents }),
  }),
  'enrolments.remove': command({
    permission: 'enrolments:delete', scope: 'rows', doors: everyDoor, undoable: true, input: z.object({ id, rev, reason }), output: nothing,
  }),
  /** Classes to choose from at an entry: those of the division, and first those that the student left this year. */
  'enrolments.choices': query({
    permission: 'enrolments:create', scope: 'rows', doors: everyDoor,
    input: z.object({ studentId: id, yearId: id, level: z.string().max(20), division: z.string().max(20).nullable().default(null), date: isoDate }),
    output: z.object({ sections: z.array(sectionChoice.extend({ former: z.boolean() })), isReturn: z.boolean(), crowded: z.array(crowded) }),
  }),
  /** Entry, transfer in, re-entry. */
  'enrolments.enter': command({
    permission: 'enrolments:create', scope: 'rows', doors: everyDoor, undoable: true, input: entry.extend({ allowOver, reason }), output: saved,
  }),
  'enrolments.leaving': query({ permission: 'enrolments:edit', scope: 'rows', doors: everyDoor, input: leaving, output: preview }),
  /** Withdrawal, transfer out: ends the stay and every place of it on the last attended day. */
  'enrolments.leave': command({
    permission: 'enrolments:edit', scope: 'rows', doors: everyDoor, undoable: true, input: leaving.extend({ rev, reason }), output: saved,
  }),
  'enrolments.moving': query({ permission: 'enrolments:edit', scope: 'rows', doors: everyDoor, input: moving, output: preview }),
  /** Another division from a day on, with the classes of the same courses there. */
  'enrolments.move': command({
    permission: 'enrolments:edit', scope: 'rows', doors: everyDoor, undoable: true, input: moving.extend({ rev, allowOver, reason }), output: saved,
  }),
  /** Which divisions a stay was in, by date. */
  'enrolments.divisions': query({
    permission: 'students:view', scope: 'rows', doors: everyDoor, input: z.object({ studentId: id }),
    output: z.object({
      divisions: z.array(z.object({ id, enrolmentId: id, level: z.string(), division: z.string(), startDate: isoDate, endDate: isoDate.nullable(), reason: z.string().nullable() })),
    }),
  }),
  'enrolmentCodes.list': query({ permission: 'students:view', scope: 'none', doors: everyDoor, input: nothing, output: z.object({ codes: z.array(enrolmentCode) }) }),
  'enrolmentCodes.save': command({
    permission: 'structure:edit', creates: 'structure:create', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ id: id.nullable().default(null), rev: rev.nullable().default(null), code: codeDetails }), output: saved,
  }),
  'enrolmentCodes.archive': command({
    permission: 'structure:edit', scope: 'school', doors: everyDoor, undoable: true, input: z.object({ id, rev, archived: z.boolean() }), output: nothing,
  }),
  /** Who has a place in a class: on a day, or ever. */
  'places.inSection': query({
    permission: 'sections:view', scope: 'rows', doors: everyDoor, input: z.object({ sectionId: id, date: optionalDate }),
    output: z.object({ capacity: z.number().int().nullable(), rows: z.array(placeRow) }),
  }),
  /** Other classes of the same course and year. */
  'places.targets': query({
    permission: 'sections:view', scope: 'rows', doors: everyDoor, input: z.object({ sectionId: id, date: isoDate }), output: z.object({ sections: z.array(sectionChoice) }),
  }),
  'places.ofStudent': query({
    permission: 'students:view', scope: 'rows', doors: everyDoor, input: z.object({ studentId: id }),
    output: z.object({
      places: z.array(z.object({
        id, rev, sectionId: id, code: z.string(), nameEl: z.string(), nameEn: z.string(), yearLabel: z.string(),
        startDate: isoDate, endDate: isoDate.nullable(), reason: z.string().nullable(),
      })),
    }),
  }),
  'places.add': command({
    permission: 'enrolments:create', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ sectionId: id, studentIds: z.array(id).min(1).max(500), startDate: isoDate, allowOver, reason }), output: z.object({ added: z.number().int() }),
  }),
  'places.end': command({
    permission: 'enrolments:edit', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ id, rev, endDate: isoDate, why: optionalText(120), reason }), output: nothing,
  }),
  /** Into another class of the same course from a day on. */
  'places.move': command({
    permission: 'enrolments:edit', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ id, rev, sectionId: id, date: isoDate, allowOver, reason }), output: z.object({ id }),
  }),
  /** Gives everybody in a division a place in each of its classes in which they have none. */
  'places.fillDivision': command({
    permission: 'enrolments:create', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ yearId: id, level: text(20), division: text(20), startDate: isoDate, allowOver, reason }),
    output: z.object({ students: z.number().int(), added: z.number().int() }),
  }),
  /** The school's own fields that may be set for many at once. */
  'mass.fields': query({
    permission: 'enrolments:edit', scope: 'rows', doors: everyDoor, input: nothing,
    output: z.object({
      fields: z.array(z.object({
        id, labelEl: z.string(), labelEn: z.string(), type: z.enum(['text', 'number', 'date', 'choice', 'flag']),
        options: z.array(z.object({ value: z.string(), labelEl: z.string(), labelEn: z.string() })),
      })),
    }),
  }),
  /** The open year's classes, to choose one for an assignment. */
  'mass.sections': query({
    permission: 'enrolments:edit', scope: 'rows', doors: everyDoor, input: nothing,
    output: z.object({ sections: z.array(z.object({ id, code: z.string(), nameEl: z.string(), nameEn: z.string() })) }),
  }),
  'mass.preview': query({
    permission: 'enrolments:edit', scope: 'rows', doors: everyDoor, lane: 'work',
    input: z.object({ selection, action, fate: z.enum(massFates).nullable().default(null), ...paging }),
    output: page(massRow).extend({ counts: massCounts, crowded: z.array(crowded) }),
  }),
  /** Carries an action out for everybody for whom the preview says change, in one change set. */
  'mass.run': command({
    permission: 'enrolments:edit', scope: 'rows', doors: everyDoor, lane: 'work', job: true, undoable: true,
    input: z.object({ selection, action, allowOver, reason }), output: z.object({ counts: massCounts, changeSetId: changeSetId.nullable() }),
  }),
  'asOf.student': query({
    permission: 'students:view', scope: 'rows', doors: everyDoor, input: asOfInput,
    output: z.object({
      id, status: z.enum(['enrolled', 'left', 'notEnrolled']),
      /** When the record was first made, where that was after the day: what it says then is what was entered first. */
      recordedLater: z.number().int().nullable(),
      details: z.object({
        ...studentDetails.shape,
        nationalId: restricted('contact', z.string().nullable()), email: restricted('contact', z.string().nullable()),
        phone: restricted('contact', z.string().nullable()), mobile: restricted('contact', z.string().nullable()), address: restricted('contact', z.string().nullable()),
      }),
      stay: z.object({ level: z.string(), division: z.string().nullable(), yearLabel: z.string(), entryDate: isoDate, lastAttendedDate: isoDate.nullable() }).nullable(),
      sections: z.array(z.object({ id, code: z.string(), nameEl: z.string(), nameEn: z.string(), startDate: isoDate })),
    }),
  }),
  'asOf.guardians': query({
    permission: 'guardians:view', scope: 'rows', doors: everyDoor, input: asOfInput,
    output: z.object({
      guardians: z.array(z.object({
        id, familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(), relation: z.enum(relations), priority: z.number().int(),
        custody: z.boolean(), mayPickUp: z.boolean(), noContact: z.boolean(), receivesReports: z.boolean(),
        email: restricted('contact', z.string().nullable()), phone: restricted('contact', z.string().nullable()), mobile: restricted('contact', z.string().nullable()),
      })),
    }),
  }),
};
