import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { dependents, id, instant, isoDate, nothing, optionalDate, optionalText, rev, text } from './fields.ts';

export const yearStatuses = ['planned', 'open', 'closed'] as const;
export const termTypes = ['year', 'semester', 'term', 'gradingPeriod', 'exam'] as const;
export const staffRoles = ['head', 'teacher', 'office', 'other'] as const;
/** What a day may be marked as; `usual` takes the mark away. */
export const dayKinds = ['holiday', 'school', 'short', 'usual'] as const;
/** What is left to do in a year before it is closed. */
export const unfinishedKinds = ['openEnrolments', 'withoutTeacher', 'withoutGrades', 'unlockedTerms', 'clashes'] as const;

/** `HH:MM`, local time. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeForm');
const count = z.number().int();
const optionalId = z.union([z.literal('').transform(() => null), id]).nullish().transform((value) => value ?? null);
const optionalNumber = (max: number) => z.union([z.literal('').transform(() => null), z.number().min(0, 'invalidValue').max(max, 'tooLarge')]).nullish().transform((value) => value ?? null);
/** Lessons are whole: half an hour more is a lesson every other week, and stands in the timetable. */
const lessonsAWeek = z.union([z.literal('').transform(() => null), z.number().int('invalidValue').min(0, 'invalidValue').max(60, 'tooLarge')]).nullish().transform((value) => value ?? null);
export const capacity = z.union([z.literal('').transform(() => null), z.number().int('invalidValue').min(1, 'invalidValue').max(2000, 'tooLarge')]).nullish().transform((value) => value ?? null);
/** Why a closed year is corrected. */
export const reason = optionalText(300);
const saved = z.object({ id, rev });
const target = z.object({ id, rev });
/** A record to be changed; without an id, a new one. */
export const draftOf = { id: id.nullable().default(null), rev: rev.nullable().default(null), reason };

const yearDetails = z.object({ label: text(20), startDate: isoDate, endDate: isoDate })
  .refine((year) => year.startDate < year.endDate, { path: ['endDate'], message: 'endBeforeStart' });

const termDetails = z.object({
  yearId: id, parentId: optionalId, type: z.enum(termTypes), nameEl: text(60), nameEn: text(60), startDate: isoDate, endDate: isoDate,
  /** Share in the grade of the parent, in relation to its siblings. */
  weight: z.number().min(0, 'invalidValue').max(100, 'tooLarge').default(1),
  postingOpens: optionalDate, postingCloses: optionalDate,
})
  .refine((term) => term.startDate <= term.endDate, { path: ['endDate'], message: 'endBeforeStart' })
  .refine((term) => !term.postingOpens || !term.postingCloses || term.postingOpens <= term.postingCloses, { path: ['postingCloses'], message: 'endBeforeStart' });
export type TermDetails = z.infer<typeof termDetails>;

const term = z.object({
  id, rev, yearId: id, parentId: id.nullable(), type: z.enum(termTypes), nameEl: z.string(), nameEn: z.string(), startDate: isoDate, endDate: isoDate,
  weight: z.number(), postingOpens: isoDate.nullable(), postingCloses: isoDate.nullable(), lockedAt: instant.nullable(),
});
export type Term = z.infer<typeof term>;

const holiday = z.object({ date: isoDate, labelEl: z.string(), labelEn: z.string() });
const named = z.object({ id, nameEl: z.string(), nameEn: z.string() });
/** A member of staff as lists call them. */
export const teacherName = z.object({ staffId: id, familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable() });
export type TeacherName = z.infer<typeof teacherName>;

const courseDetails = z.object({
  code: text(30), nameEl: text(), nameEn: text(), departmentId: optionalId, level: optionalText(20), scaleId: optionalId,
  credits: optionalNumber(100), ects: optionalNumber(100), weeklyHours: lessonsAWeek,
});
const departmentDetails = z.object({ code: optionalText(20), nameEl: text(), nameEn: text(), headStaffId: optionalId });
const staffDetails = z.object({
  familyEl: text(80), givenEl: text(80), familyLatin: optionalText(80), givenLatin: optionalText(80), code: optionalText(20),
  departmentId: optionalId, role: z.enum(staffRoles).default('teacher'),
  /** The first day of the assignment. */
  since: isoDate,
  userId: optionalId,
});
const homeroomDetails = z.object({ yearId: id, level: text(20), division: text(20), room: optionalText(30), capacity, staffId: optionalId });
const bells = z.array(z.object({ number: z.number().int().min(1).max(20), startTime: clockTime, endTime: clockTime })).min(1).max(20)
  .superRefine((periods, context) => periods.forEach((period, i) => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [i, field], message });
    if (period.endTime <= period.startTime) wrong('endTime', 'endBeforeStart');
    const before = periods[i - 1];
    if (before && period.startTime < before.endTime) wrong('startTime', 'hoursOverlap');
    if (before && period.number <= before.number) wrong('number', 'hoursOverlap');
  }));

/** What anyone signed in may know of the school's make-up: nothing in it is about a person's records. */
const view = { permission: 'structure:view', scope: 'rows', doors: everyDoor } as const;
const edit = { permission: 'structure:edit', scope: 'school', doors: everyDoor, undoable: true } as const;
const look = { permission: 'structure:edit', scope: 'school', doors: everyDoor } as const;

export const structureProcedures = {
  'years.list': query({
    ...view, input: nothing,
    output: z.object({ years: z.array(z.object({
      id, rev, label: z.string(), startDate: isoDate, endDate: isoDate, status: z.enum(yearStatuses), sections: count, terms: z.array(term),
    })) }),
  }),
  'years.save': command({ ...edit, creates: 'structure:create', input: z.object({ ...draftOf, year: yearDetails }), output: saved }),
  'years.setStatus': command({ ...edit, input: target.extend({ status: z.enum(yearStatuses), reason }), output: saved }),
  'years.unfinished': query({ ...look, input: z.object({ id }), output: z.object({ items: z.array(z.object({ kind: z.enum(unfinishedKinds), count })) }) }),
  'years.dependents': query({ ...look, permission: 'structure:delete', input: z.object({ id }), output: z.object({ dependents }) }),
  'years.remove': command({ ...edit, permission: 'structure:delete', input: target, output: nothing }),
  'terms.save': command({ ...edit, creates: 'structure:create', input: z.object({ ...draftOf, term: termDetails }), output: saved }),
  /** Locked: no more grades. Unlocking needs a reason. */
  'terms.setLock': command({ ...edit, input: target.extend({ locked: z.boolean(), reason }), output: saved }),
  'terms.dependents': query({ ...look, permission: 'structure:delete', input: z.object({ id }), output: z.object({ dependents }) }),
  'terms.remove': command({ ...edit, permission: 'structure:delete', input: target.extend({ reason }), output: nothing }),

  /** The days of a year that are not what their weekday says, and how many school days each term has. */
  'calendar.get': query({
    ...view, input: z.object({ yearId: id }),
    output: z.object({
      days: z.array(z.object({ id, date: isoDate, isSchoolDay: z.boolean(), minutes: count.nullable(), labelEl: z.string().nullable(), labelEn: z.string().nullable() })),
      schoolDays: count,
      terms: z.array(named.extend({ startDate: isoDate, endDate: isoDate, schoolDays: count })),
    }),
  }),
  'calendar.mark': command({
    ...edit,
    input: z.object({
      from: isoDate, to: isoDate, kind: z.enum(dayKinds), minutes: z.number().int().min(1, 'invalidValue').max(900, 'tooLarge').nullable().default(null),
      labelEl: optionalText(100), labelEn: optionalText(100), reason,
    })
      .refine((mark) => mark.from <= mark.to, { path: ['to'], message: 'endBeforeStart' })
      .refine((mark) => mark.kind !== 'short' || mark.minutes !== null, { path: ['minutes'], message: 'required' }),
    output: z.object({ days: count }),
  }),
  /** Public and school holidays of Greece within a year, with those that the calendar has already. */
  'calendar.holidays': query({
    ...look, input: z.object({ yearId: id }), output: z.object({ days: z.array(holiday.extend({ isMarked: z.boolean() })) }),
  }),
  'calendar.addHolidays': command({ ...edit, input: z.object({ days: z.array(holiday).min(1).max(400), reason }), output: z.object({ days: count }) }),

  'departments.list': query({
    ...view, input: nothing,
    output: z.object({ departments: z.array(named.extend({ rev, code: z.string().nullable(), head: teacherName.nullable(), courses: count, staff: count })) }),
  }),
  'departments.save': command({ ...edit, creates: 'structure:create', input: z.object({ ...draftOf, department: departmentDetails }), output: saved }),
  'departments.remove': command({ ...edit, permission: 'structure:delete', input: target, output: nothing }),

  'courses.list': query({
    ...view, input: z.object({ archived: z.boolean().default(false) }),
    output: z.object({
      courses: z.array(named.extend({
        rev, code: z.string(), departmentId: id.nullable(), level: z.string().nullable(), scaleId: id.nullable(),
        credits: z.number().nullable(), ects: z.number().nullable(), weeklyHours: z.number().nullable(), archivedAt: instant.nullable(), sections: count,
      })),
      departments: z.array(named), scales: z.array(named),
    }),
  }),
  'courses.save': command({ ...edit, creates: 'structure:create', input: z.object({ ...draftOf, course: courseDetails }), output: saved }),
  'courses.setArchived': command({ ...edit, input: target.extend({ archived: z.boolean() }), output: saved }),

  'staff.list': query({
    ...view, input: z.object({ archived: z.boolean().default(false) }),
    output: z.object({
      staff: z.array(teacherName.extend({
        rev, code: z.string().nullable(), departmentId: id.nullable(), departmentEl: z.string().nullable(), departmentEn: z.string().nullable(),
        role: z.enum(staffRoles).nullable(), since: isoDate.nullable(), userId: z.string().nullable(), username: z.string().nullable(),
        /** Sections and weekly lessons in the open year. */
        sections: count, lessons: count, archivedAt: instant.nullable(),
      })),
    }),
  }),
  'staff.save': command({ ...edit, creates: 'structure:create', input: z.object({ ...draftOf, staff: staffDetails }), output: saved }),
  'staff.setArchived': command({ ...edit, input: target.extend({ archived: z.boolean() }), output: saved }),
  /** Who may sign in, to be linked with a member of staff. */
  'staff.users': query({ ...look, input: nothing, output: z.object({ users: z.array(z.object({ id, username: z.string(), displayName: z.string(), staffId: id.nullable() })) }) }),

  /** Class divisions of a year: those described, and those that students are in without being described (`id` null). */
  'homerooms.list': query({
    ...view, input: z.object({ yearId: id }),
    output: z.object({ homerooms: z.array(z.object({
      id: id.nullable(), rev: rev.nullable(), level: z.string(), division: z.string(), room: z.string().nullable(), capacity: count.nullable(),
      teacher: teacherName.nullable(), students: count,
    })) }),
  }),
  'homerooms.save': command({ ...edit, creates: 'structure:create', input: z.object({ ...draftOf, homeroom: homeroomDetails }), output: saved }),
  'homerooms.remove': command({ ...edit, permission: 'structure:delete', input: target.extend({ reason }), output: nothing }),

  'bells.list': query({ ...view, input: nothing, output: z.object({ periods: z.array(z.object({ number: count, startTime: clockTime, endTime: clockTime })) }) }),
  /** Sets the lesson hours; lessons of years that are not closed move with their hour. */
  'bells.save': command({ ...edit, input: z.object({ periods: bells }), output: z.object({ moved: count }) }),
};
