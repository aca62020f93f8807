import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { id, instant, isoDate, nothing, optionalDate, optionalText, restricted, rev, studentKey, text } from './fields.ts';
import { relations } from './people.ts';

export const presences = ['present', 'absent', 'partial', 'notExpected'] as const;
export type Presence = (typeof presences)[number];
export const markSources = ['teacher', 'office'] as const;
export const callOutcomes = ['reached', 'message', 'noAnswer', 'wrongNumber'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

const codeDetails = z.object({
  code: text(8), labelEl: text(60), labelEn: text(60), presence: z.enum(presences),
  excused: z.boolean(), tardy: z.boolean(),
  /** How much of the lesson or day counts as present where no minutes are given: 0 to 1. */
  fraction: z.number().min(0).max(1),
  countsMembership: z.boolean(), penalises: z.boolean(), teacherMayUse: z.boolean(),
  officialCode: optionalText(20), position: z.number().int().min(0).max(999),
});
export const attendanceCodeRow = codeDetails.extend({ id, rev, archivedAt: instant.nullable() });
export type AttendanceCode = z.infer<typeof attendanceCodeRow>;

const limitDetails = z.object({
  nameEl: text(120), nameEn: text(120),
  /** Null: every level. */
  level: optionalText(20),
  hours: z.number().min(1).max(2000),
  counts: z.enum(['all', 'unexcused']), validFrom: isoDate, validTo: optionalDate, active: z.boolean(),
});
export const attendanceLimitRow = limitDetails.extend({ id, rev });
export type AttendanceLimit = z.infer<typeof attendanceLimitRow>;

export const attendanceSettings = z.object({
  /** Whether every class division is expected once a day, and every lesson of the timetable. */
  expectsDays: z.boolean(), expectsLessons: z.boolean(),
  /** Lesson hours of a day for which the timetable says nothing: what a whole day's absence counts against the limit. */
  lessonHours: z.number().int().min(1).max(12),
  /** Minutes of an ordinary day, and from how many a student counts as there for the day and for half of it. */
  dayMinutes: z.number().int().min(30).max(720), fullDayMinutes: z.number().int().min(1).max(720), halfDayMinutes: z.number().int().min(1).max(720),
});
export type AttendanceSettings = z.infer<typeof attendanceSettings>;

const level = z.string().min(1, 'required').max(20), division = z.string().min(1, 'required').max(20);
const period = z.number().int().min(1).max(20);
const minutes = z.number().int().min(1).max(720).nullable().default(null);
/** What is taken: a class division for a whole day, or a section in a lesson hour. */
export const attendanceTarget = z.union([
  z.object({ kind: z.literal('day'), level, division }), z.object({ kind: z.literal('lesson'), sectionId: id, period }),
]);
export type AttendanceTarget = z.infer<typeof attendanceTarget>;

const names = { familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable() };
const person = z.object(names);
export type AttendancePerson = z.infer<typeof person>;
const mark = z.object({
  id, rev, codeId: id, source: z.enum(markSources), minutes: z.number().int().nullable(), note: z.string().nullable(), hasDocument: z.boolean(),
  by: z.string().nullable(), at: instant,
});
export type AttendanceMark = z.infer<typeof mark>;
const taken = z.object({ by: z.string().nullable(), at: instant });

/** Why a date cannot be taken. */
const obstacle = z.enum(['future', 'notSchoolDay', 'noYear', 'yearClosed']).nullable();
const calendarNote = z.object({ labelEl: z.string().nullable(), labelEn: z.string().nullable() }).nullable();

/** How one student stood on a day (or in a section's lessons of it). `unknown`: nothing was taken. `off`: no lessons, or not enrolled. */
export const dayStates = ['present', 'late', 'partly', 'absent', 'excused', 'notExpected', 'unknown', 'off', 'ahead'] as const;
export type DayState = (typeof dayStates)[number];
const cell = z.object({
  date: isoDate, state: z.enum(dayStates), code: z.string().nullable(),
  hoursExcused: z.number(), hoursUnexcused: z.number(),
});
export type AttendanceCell = z.infer<typeof cell>;
const totals = z.object({
  /** Days (or lessons) that count: school days while enrolled for which attendance was taken, without excused and not expected ones. */
  membership: z.number(), present: z.number(),
  /** Present value / membership; null without any. */
  rate: z.number().nullable(),
  daysPresent: z.number(), daysAbsent: z.number(), daysExcused: z.number(), daysLate: z.number(), daysPartly: z.number(), daysUnknown: z.number(),
  hoursExcused: z.number(), hoursUnexcused: z.number(),
});
export type AttendanceTotals = z.infer<typeof totals>;
const limitState = z.object({
  limit: attendanceLimitRow, hours: z.number(), left: z.number(), share: z.number(), state: z.enum(['fine', 'near', 'reached']),
});
export type AttendanceLimitState = z.infer<typeof limitState>;

const divisionRow = z.object({
  level: z.string(), division: z.string(), students: z.number().int(), teacher: person.nullable(), taken: taken.nullable(),
});
const lessonRow = z.object({
  /** Null: a section without a timetable; the hour is chosen. */
  sectionId: id, period: period.nullable(), code: z.string(), courseEl: z.string(), courseEn: z.string(), level: z.string().nullable(), division: z.string().nullable(),
  startTime: z.string().nullable(), room: z.string().nullable(), teacher: person.nullable(), taken: taken.nullable(),
});
const day = { date: isoDate, obstacle, note: calendarNote };

const excuseRange = z.object({
  studentId: id, from: isoDate, to: isoDate, codeId: id, note: optionalText(300),
  /** A document that the family brought: an attachment of the student. */
  attachmentId: id.nullable().default(null),
  /** Also days that have not come yet: the teacher then sees the student as excused. */
  ahead: z.boolean().default(true),
});
const saved = z.object({ id, rev });
const reason = optionalText(300);

export const attendanceProcedures = {
  'attendance.codes': query({
    permission: 'attendance:view', scope: 'none', doors: everyDoor, input: nothing,
    output: z.object({ codes: z.array(attendanceCodeRow.extend({ usable: z.boolean() })), presentId: id.nullable() }),
  }),
  'attendance.saveCode': command({
    permission: 'attendance:configure', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ id: id.nullable().default(null), rev: rev.nullable().default(null), code: codeDetails }), output: saved,
  }),
  /** Archived codes keep their marks and are no longer offered. */
  'attendance.archiveCode': command({
    permission: 'attendance:configure', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ id, rev, archived: z.boolean() }), output: saved,
  }),
  'attendance.limits': query({
    permission: 'attendance:view', scope: 'none', doors: everyDoor, input: nothing, output: z.object({ limits: z.array(attendanceLimitRow) }),
  }),
  'attendance.saveLimit': command({
    permission: 'attendance:configure', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ id: id.nullable().default(null), rev: rev.nullable().default(null), limit: limitDetails }), output: saved,
  }),
  'attendance.removeLimit': command({
    permission: 'attendance:configure', scope: 'school', doors: everyDoor, undoable: true, input: z.object({ id, rev }), output: nothing,
  }),
  'attendance.settings': query({
    permission: 'attendance:view', scope: 'none', doors: everyDoor, input: nothing,
    output: z.object({ settings: attendanceSettings, rev: z.number().int().nonnegative() }),
  }),
  'attendance.saveSettings': command({
    permission: 'attendance:configure', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ rev: z.number().int().nonnegative(), settings: attendanceSettings }), output: z.object({ rev }),
  }),

  /** What can be taken on a date: the divisions, and the lessons of one division or, without one, the caller's own. */
  'attendance.choices': query({
    permission: 'attendance:view', scope: 'rows', doors: everyDoor,
    input: z.object({ date: isoDate, level: level.nullable().default(null), division: division.nullable().default(null) }),
    output: z.object({ ...day, divisions: z.array(divisionRow), lessons: z.array(lessonRow) }),
  }),
  /** The register of a division's day or a section's lesson hour: who was due, with both marks of each. */
  'attendance.sheet': query({
    permission: 'attendance:view', scope: 'rows', doors: everyDoor, input: z.object({ date: isoDate, target: attendanceTarget }),
    output: z.object({
      ...day,
      title: z.object({ code: z.string(), courseEl: z.string().nullable(), courseEn: z.string().nullable(), startTime: z.string().nullable(), teacher: person.nullable() }),
      /** Sent back with `take`: another value means that somebody has written into the sheet since. */
      version: z.number().int(), taken: taken.extend({ expected: z.number().int() }).nullable(),
      /** Whose mark the caller's would be; null: the caller may only look. */
      source: z.enum(markSources).nullable(),
      students: z.array(z.object({
        id, studentNo: z.string(), ...names, teacher: mark.nullable(), office: mark.nullable(),
        /** An office mark for the whole day, on the sheet of a lesson. */
        officeDay: mark.nullable(),
      })),
    }),
  }),
  /** Takes or corrects attendance: everybody who is due and not named was there. Names the whole sheet, so that nothing is guessed. */
  'attendance.take': command({
    permission: 'attendance:take', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({
      date: isoDate, target: attendanceTarget, version: z.number().int(),
      marks: z.array(z.object({ studentId: id, codeId: id, minutes, note: optionalText(300) })).max(500),
      reason,
    }),
    output: z.object({ expected: z.number().int(), version: z.number().int() }),
  }),
  /** Divisions and lessons of a date for which nothing was taken. */
  /** What the school expects to be taken on a day (its settings say whether by division, by lesson or both) and was not. */
  'attendance.missing': query({
    permission: 'attendance:view', scope: 'rows', doors: everyDoor, input: z.object({ date: isoDate, limit: z.number().int().min(1).max(2000).default(500) }),
    output: z.object({
      ...day, expectsDays: z.boolean(), expectsLessons: z.boolean(), divisions: z.array(divisionRow), lessons: z.array(lessonRow),
      divisionsAll: z.number().int(), lessonsAll: z.number().int(), divisionsMissing: z.number().int(), lessonsMissing: z.number().int(),
    }),
  }),

  /** The office's mark for a day (or a lesson): it wins over the teacher's, which stays. `codeId` null takes it back. */
  'attendance.correct': command({
    permission: 'attendance:correct', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({
      studentId: id, date: isoDate, sectionId: id.nullable().default(null), period: period.nullable().default(null),
      codeId: id.nullable(), minutes, note: optionalText(300), rev: rev.nullable().default(null), reason,
    }),
    output: nothing,
  }),
  'attendance.excusePreview': query({
    permission: 'attendance:correct', scope: 'rows', doors: everyDoor, input: excuseRange,
    output: z.object({
      /** Documents of the student that may stand behind it. */
      documents: z.array(z.object({ id, title: z.string() })),
      days: z.array(z.object({ date: isoDate, ahead: z.boolean(), whole: z.boolean(), lessons: z.number().int(), nowCode: z.string().nullable(), change: z.boolean() })),
      changes: z.number().int(),
    }),
  }),
  'attendance.excuse': command({
    permission: 'attendance:correct', scope: 'rows', doors: everyDoor, undoable: true, input: excuseRange.extend({ reason }), output: z.object({ marks: z.number().int() }),
  }),

  'attendance.student': query({
    permission: 'attendance:view', scope: 'rows', doors: everyDoor, input: z.object({ studentId: id, yearId: id.nullable().default(null) }),
    output: z.object({
      yearId: id.nullable(), years: z.array(z.object({ id, label: z.string(), status: z.string(), startDate: isoDate, endDate: isoDate })),
      days: z.array(cell), totals, limits: z.array(limitState),
      marks: z.array(z.object({
        date: isoDate, sectionId: id.nullable(), period: z.number().int().nullable(), courseEl: z.string().nullable(), courseEn: z.string().nullable(),
        teacher: mark.nullable(), office: mark.nullable(),
      })),
      calls: z.array(z.object({ id, date: isoDate, outcome: z.enum(callOutcomes), note: z.string().nullable(), by: z.string().nullable(), at: instant })),
    }),
  }),
  'attendance.summary': query({
    permission: 'attendance:view', scope: 'rows', doors: everyDoor,
    input: z.object({
      from: isoDate, to: isoDate,
      target: z.union([z.object({ kind: z.literal('division'), level, division }), z.object({ kind: z.literal('section'), sectionId: id })]),
    }),
    output: z.object({
      dates: z.array(isoDate),
      students: z.array(z.object({ id, studentNo: z.string(), ...names, cells: z.array(cell), totals })),
    }),
  }),

  /** Whom to call about a day's unexcused absences: those not reached yet, with guardians in the order of calling. */
  'attendance.calls': query({
    permission: 'attendance:correct', scope: 'rows', doors: everyDoor, input: z.object({ date: isoDate, done: z.boolean().default(false), limit: z.number().int().min(1).max(500).default(200) }),
    output: z.object({
      total: z.number().int(), done: z.number().int(),
      students: z.array(z.object({
        id: studentKey, studentNo: z.string(), ...names, level: z.string().nullable(), division: z.string().nullable(),
        wholeDay: z.boolean(), lessons: z.number().int(),
        guardians: z.array(z.object({
          id, ...names, relation: z.enum(relations), priority: z.number().int(),
          /** A no-contact order is in force: never called, and no number is shown. */
          noContact: z.boolean(), noContactNote: restricted('contact', z.string().nullable()),
          phones: restricted('contact', z.array(z.object({ kind: z.enum(['mobile', 'phone']), value: z.string() }))),
        })),
        calls: z.array(z.object({ id, guardianLinkId: id.nullable(), outcome: z.enum(callOutcomes), note: z.string().nullable(), by: z.string().nullable(), at: instant })),
      })),
    }),
  }),
  'attendance.logCall': command({
    permission: 'attendance:correct', scope: 'rows', doors: everyDoor, undoable: true,
    input: z.object({ studentId: id, date: isoDate, guardianLinkId: id.nullable().default(null), outcome: z.enum(callOutcomes), note: optionalText(300) }),
    output: saved,
  }),
};
