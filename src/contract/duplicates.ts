import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, isoDate, nothing, page, paging, text } from './fields.ts';

/** Why two records look like one person. */
export const duplicateReasons = [
  'sameName', 'sameNameOtherScript', 'similarName', 'swappedNames', 'sameBirthDate', 'nearBirthDate', 'sameNationalId', 'sameEmail', 'samePhone', 'sameParents',
] as const;
export const duplicateKinds = ['student', 'guardian'] as const;

const person = z.object({
  personId: id, familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(), birthDate: isoDate.nullable(),
  studentId: id.nullable(), studentNo: z.string().nullable(), level: z.string().nullable(), division: z.string().nullable(),
  /** Of a guardian: the children. */
  children: z.array(z.string()),
});
const pair = z.object({
  kind: z.enum(duplicateKinds), a: person, b: person,
  /** 0 to 100. */
  score: z.number().int(), reasons: z.array(z.enum(duplicateReasons)),
});
export type DuplicatePair = z.infer<typeof pair>;

/** Fields in which the two sides can be chosen between. */
export const mergeFields = [
  'studentNo', 'familyEl', 'givenEl', 'familyLatin', 'givenLatin', 'fatherEl', 'motherEl', 'preferred', 'birthDate', 'sex', 'nationalId',
  'email', 'phone', 'mobile', 'address',
] as const;
export type MergeField = (typeof mergeFields)[number];

/** What both sides have, so that only one of the two can stand. */
export const mergeConflicts = [
  'enrolment', 'homeroom_membership', 'section_enrolment', 'score', 'posted_grade', 'attendance_mark', 'guardian_link', 'household_member', 'custom_value',
  'daily_performance', 'incident_student',
] as const;
export type MergeConflict = (typeof mergeConflicts)[number];

const two = z.object({ kind: z.enum(duplicateKinds), winnerId: id, loserId: id }).refine(({ winnerId, loserId }) => winnerId !== loserId, { path: ['loserId'], error: 'samePerson' });
const counts = z.array(z.object({ entity: z.string(), count: z.number().int() }));
const side = z.object({ person, values: z.record(z.enum(mergeFields), z.string().nullable()), belongings: counts, stamp: z.string() });

/** Two records of one person: found, compared, merged. The ids are those of persons. */
export const duplicateProcedures = {
  /** Compares everybody with everybody who shares a key, and keeps what it found until the next search. */
  'duplicates.find': command({
    permission: 'students:merge', scope: 'school', doors: everyDoor, lane: 'work', job: true, input: nothing,
    output: z.object({ people: z.number().int(), pairs: z.number().int() }),
  }),
  /** What the last search found and nobody has decided on since, likeliest first. `searchedAt` null: nobody has searched yet. */
  'duplicates.list': query({
    permission: 'students:merge', scope: 'school', doors: everyDoor, input: z.object({ kind: z.enum(duplicateKinds).nullable().default(null), ...paging }),
    output: page(pair).extend({ searchedAt: z.number().int().nullable() }),
  }),
  /** The two side by side, and what a merge would do. */
  'duplicates.compare': query({
    permission: 'students:merge', scope: 'school', doors: everyDoor, input: two,
    output: z.object({
      winner: side, loser: side,
      /** Records of the second that give way to the same of the first. */
      conflicts: z.array(z.object({ entity: z.enum(mergeConflicts), count: z.number().int() })),
      /** Why they cannot be merged at all: a message key; null when they can. */
      refusal: z.string().nullable(),
    }),
  }),
  /**
   * Makes one record of two: the second's values where chosen (`take`), everything that hangs on the second, and the second is removed.
   * `stamps` are those of the comparison: who was edited since is compared again.
   */
  'duplicates.merge': command({
    permission: 'students:merge', scope: 'school', doors: everyDoor, undoable: true,
    input: two.safeExtend({ take: z.array(z.enum(mergeFields)).max(mergeFields.length).default([]), stamps: z.tuple([z.string(), z.string()]), reason: text(300) }),
    output: z.object({ moved: z.number().int(), dropped: z.number().int() }),
  }),
  /** Remembers that two records are two people. */
  'duplicates.dismiss': command({
    permission: 'students:merge', scope: 'school', doors: everyDoor, undoable: true, input: two, output: nothing,
  }),
};
