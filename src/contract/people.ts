import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, instant, isoDate, nothing, optionalDate, optionalText, page, paging, restricted, rev, studentKey, text } from './fields.ts';

export const sexes = ['female', 'male', 'other'] as const;
export const relations = ['mother', 'father', 'grandparent', 'sibling', 'guardian', 'other'] as const;

/** Everything that the student form edits, sent whole, so that "emptied" and "not sent" cannot be confused. */
export const studentDetails = z.object({
  studentNo: text(30),
  familyEl: text(80), givenEl: text(80),
  familyLatin: optionalText(80), givenLatin: optionalText(80),
  fatherEl: optionalText(80), motherEl: optionalText(80),
  preferred: optionalText(80),
  birthDate: optionalDate,
  sex: z.enum(sexes).nullish().transform((v) => v ?? null),
  nationalId: optionalText(30),
  email: z.union([z.literal('').transform(() => null), z.email('emailForm')]).nullish().transform((v) => v ?? null),
  phone: optionalText(40), mobile: optionalText(40), address: optionalText(300),
});
export type StudentDetails = z.infer<typeof studentDetails>;

export const enrolmentDetails = z.object({
  /** Grade level of the school, `Α`, `Β`, `Γ` or `1`-`12`, as the school writes it. */
  level: text(20),
  /** Class division (τμήμα), `Β2`. */
  division: optionalText(20),
  yearId: z.uuid('required'),
  entryDate: isoDate,
  entryCode: optionalText(20),
  previousSchool: optionalText(),
  lastAttendedDate: optionalDate,
  exitCode: optionalText(20),
  nextSchool: optionalText(),
});
const enrolment = enrolmentDetails.extend({ id, rev, yearLabel: z.string() });

const guardianDetails = z.object({
  familyEl: text(80), givenEl: text(80), familyLatin: optionalText(80), givenLatin: optionalText(80),
  relation: z.enum(relations),
  priority: z.number().int().min(1).max(9).default(1),
  custody: z.boolean().default(true),
  mayPickUp: z.boolean().default(true),
  noContact: z.boolean().default(false),
  receivesReports: z.boolean().default(true),
  /** What the no-contact order says, and its last day. */
  noContactNote: optionalText(500), noContactUntil: optionalDate,
  email: studentDetails.shape.email, phone: optionalText(40), mobile: optionalText(40),
});
const child = z.object({
  studentId: id, studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
  level: z.string().nullable(), division: z.string().nullable(),
});
const guardian = z.object({
  ...guardianDetails.shape, id, rev,
  /** The order is in force today. */
  isBarred: z.boolean(),
  /** Of the caller's students, the others of whom this is a guardian. */
  otherChildren: z.array(child),
  email: restricted('contact', z.string().nullable()),
  phone: restricted('contact', z.string().nullable()),
  mobile: restricted('contact', z.string().nullable()),
});

/** A guardian of one of the students of a list. */
const guardianOfStudent = z.object({
  id, studentId: studentKey, studentNo: z.string(), studentFamilyEl: z.string(), studentGivenEl: z.string(), level: z.string().nullable(), division: z.string().nullable(),
  familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
  relation: z.enum(relations), priority: z.number().int(), custody: z.boolean(), mayPickUp: z.boolean(), receivesReports: z.boolean(),
  isBarred: z.boolean(), otherChildren: z.array(child),
  email: restricted('contact', z.string().nullable()), phone: restricted('contact', z.string().nullable()), mobile: restricted('contact', z.string().nullable()),
});
export type GuardianOfStudent = z.infer<typeof guardianOfStudent>;

const note = z.object({ id, rev, text: z.string(), author: z.string(), createdAt: instant, updatedAt: instant });

export const studentStatuses = ['enrolled', 'left', 'notEnrolled', 'archived'] as const;
export const studentRow = z.object({
  id: studentKey, studentNo: z.string(),
  familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
  fatherEl: z.string().nullable(),
  birthDate: isoDate.nullable(), level: z.string().nullable(), division: z.string().nullable(),
  status: z.enum(studentStatuses),
  email: restricted('contact', z.string().nullable()), phone: restricted('contact', z.string().nullable()),
});
export type StudentRow = z.infer<typeof studentRow>;
/** `noContact`: somebody is under a no-contact order; false also for who may not see guardians. */
const listedStudent = studentRow.extend({ noContact: z.boolean() });
export type ListedStudent = z.infer<typeof listedStudent>;

export const studentColumns = [
  'studentNo', 'familyEl', 'givenEl', 'familyLatin', 'givenLatin', 'fatherEl', 'birthDate', 'level', 'division', 'status', 'email', 'phone',
] as const;
/** Sorts that an index serves at 50,000 students. */
export const studentSorts = ['name', 'studentNo', 'birthDate', 'level'] as const;

/** What the list is narrowed to; the same object drives the grid, the exports and the charts' links. */
export const studentFilter = z.object({
  text: z.string().trim().max(100).default(''),
  status: z.enum([...studentStatuses, 'all']).default('enrolled'),
  level: z.string().max(20).nullable().default(null),
  division: z.string().max(20).nullable().default(null),
  /** Id of a scale band: students with a mark of the latest posted term in it. */
  markBand: z.uuid().nullable().default(null),
  /** Monday of a week: students with an absence in it. */
  absentInWeek: isoDate.nullable().default(null),
  /** The list as it stood on a day: who was enrolled, on which level and in which division then. */
  asOf: isoDate.nullable().default(null),
});
export type StudentFilter = z.infer<typeof studentFilter>;
export const studentOrder = z.object({ by: z.enum(studentSorts).default('name'), descending: z.boolean().default(false) });

const saved = z.object({ id, rev });
const target = z.object({ id, rev });

export const peopleProcedures = {
  'students.list': query({
    permission: 'students:view', scope: 'rows', doors: everyDoor,
    input: z.object({ filter: studentFilter.prefault({}), order: studentOrder.prefault({}), ...paging }),
    output: page(listedStudent),
  }),
  /** What the filters of the list can be set to, with counts of those enrolled now, or on a day. */
  'students.facets': query({
    permission: 'students:view', scope: 'rows', doors: everyDoor, input: z.object({ asOf: isoDate.nullable().default(null) }),
    output: z.object({
      levels: z.array(z.object({ level: z.string(), students: z.number().int() })),
      divisions: z.array(z.object({ level: z.string(), division: z.string(), students: z.number().int() })),
      years: z.array(z.object({ id, label: z.string(), status: z.string(), startDate: isoDate, endDate: isoDate })),
    }),
  }),
  'students.get': query({
    permission: 'students:view', scope: 'rows', doors: everyDoor, input: z.object({ id }),
    output: z.object({
      id: studentKey, rev, status: z.enum(studentStatuses), archivedAt: instant.nullable(), directoryOptOut: z.boolean(),
      details: z.object({
        ...studentDetails.shape,
        nationalId: restricted('contact', z.string().nullable()), email: restricted('contact', z.string().nullable()),
        phone: restricted('contact', z.string().nullable()), mobile: restricted('contact', z.string().nullable()),
        address: restricted('contact', z.string().nullable()),
      }),
      enrolments: z.array(enrolment),
      createdAt: instant, updatedAt: instant, updatedBy: z.string().nullable(),
    }),
  }),
  'students.create': command({
    permission: 'students:create', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ details: studentDetails, enrolment: enrolmentDetails.nullable().default(null) }), output: saved,
  }),
  'students.update': command({
    permission: 'students:edit', scope: 'rows', doors: everyDoor, undoable: true,
    input: target.extend({ details: studentDetails }), output: saved,
  }),
  'students.archive': command({
    permission: 'students:archive', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ ids: z.array(id).min(1).max(500) }), output: z.object({ archived: z.number().int() }),
  }),
  'students.unarchive': command({
    permission: 'students:archive', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ ids: z.array(id).min(1).max(500) }), output: z.object({ restored: z.number().int() }),
  }),
  'guardians.list': query({
    permission: 'guardians:view', scope: 'rows', doors: everyDoor, input: z.object({ studentId: studentKey }),
    output: z.object({ guardians: z.array(guardian) }),
  }),
  /** The guardians of the students of a list, in its order; a guardian of two of them comes twice. Pages go by students, and `total` counts those. */
  'guardians.ofStudents': query({
    permission: 'guardians:view', scope: 'rows', doors: everyDoor,
    input: z.object({ filter: studentFilter.prefault({}), order: studentOrder.prefault({}), ...paging }),
    output: page(guardianOfStudent),
  }),
  'guardians.save': command({
    permission: 'guardians:edit', creates: 'guardians:create', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ studentId: id, id: id.nullable().default(null), rev: rev.nullable().default(null), guardian: guardianDetails }),
    output: saved,
  }),
  'guardians.remove': command({
    permission: 'guardians:delete', scope: 'rows', doors: everyDoor, undoable: true, input: target, output: nothing,
  }),
  /** People who are a guardian of some student in the caller's reach, by part of a name in any spelling, to be linked instead of typed again. */
  'guardians.search': query({
    permission: 'guardians:create', scope: 'rows', doors: everyDoor,
    input: z.object({ text: z.string().trim().max(100), studentId: id }),
    output: z.object({
      found: z.array(z.object({
        personId: id, familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
        mobile: restricted('contact', z.string().nullable()), children: z.array(child),
      })),
    }),
  }),
  /** Makes a person who is already a guardian the guardian of one more student. */
  'guardians.link': command({
    permission: 'guardians:create', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ studentId: id, personId: id, link: guardianDetails.pick({ relation: true, priority: true, custody: true, mayPickUp: true, receivesReports: true }) }),
    output: saved,
  }),
  /** The student's guardians in the order in which they are to be called. */
  'guardians.reorder': command({
    permission: 'guardians:edit', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ studentId: id, ids: z.array(id).min(1).max(50) }), output: nothing,
  }),
  'notes.list': query({
    permission: 'notes:view', scope: 'rows', doors: everyDoor, input: z.object({ studentId: id }),
    output: z.object({ notes: z.array(note) }),
  }),
  'notes.save': command({
    permission: 'notes:edit', creates: 'notes:create', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ studentId: id, id: id.nullable().default(null), rev: rev.nullable().default(null), text: text(4000) }),
    output: saved,
  }),
  'notes.remove': command({
    permission: 'notes:delete', scope: 'rows', doors: everyDoor, undoable: true, input: target, output: nothing,
  }),
};
