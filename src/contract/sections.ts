import { z } from 'zod';
import { capacity, clockTime, draftOf, reason, teacherName } from './academics.ts';
import { command, everyDoor, query } from './define.ts';
import { dependents, id, isoDate, nothing, optionalDate, optionalText, page, paging, rev, text } from './fields.ts';

export const sectionRoles = ['primary', 'teacher', 'assistant', 'substitute'] as const;
export const timetableViews = ['division', 'teacher', 'room', 'student'] as const;
export type TimetableView = (typeof timetableViews)[number];
export const clashKinds = ['teacher', 'room', 'student'] as const;

const count = z.number().int();
const saved = z.object({ id, rev });
const target = z.object({ id, rev });
const weekday = z.number().int().min(1).max(7);
const course = { courseId: id, courseCode: z.string(), courseEl: z.string(), courseEn: z.string() };

const sectionDetails = z.object({
  courseId: z.uuid('required'), yearId: z.uuid('required'), code: text(40), level: optionalText(20), division: optionalText(20), room: optionalText(30), capacity,
  /** None: taught all year. */
  termIds: z.array(id).max(20).default([]),
});

export const sectionRow = z.object({
  id, rev, code: z.string(), ...course, yearId: id, level: z.string().nullable(), division: z.string().nullable(), room: z.string().nullable(),
  capacity: count.nullable(), students: count, lessons: count, weeklyHours: z.number().nullable(), teachers: z.array(teacherName),
});
export type SectionRow = z.infer<typeof sectionRow>;

export const sectionFilter = z.object({
  yearId: id.nullable().default(null), level: z.string().max(20).nullable().default(null), division: z.string().max(20).nullable().default(null),
  courseId: id.nullable().default(null), staffId: id.nullable().default(null),
  /** A part of the code or of the course's name, folded as search does. */
  text: z.string().trim().max(60).default(''),
});
export type SectionFilter = z.infer<typeof sectionFilter>;

const assignment = teacherName.extend({ id, rev, role: z.enum(sectionRoles), startDate: isoDate, endDate: isoDate.nullable() });
const lesson = z.object({ id, rev, weekday, period: count.nullable(), startTime: clockTime, endTime: clockTime, room: z.string().nullable() });
const student = z.object({ studentId: id, studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable() });

/** Two lessons that share a teacher, a room or students at one time. `names`: the first of `count`. */
const clash = z.object({
  kind: z.enum(clashKinds), meetingId: id, sectionId: id, sectionCode: z.string(), courseEl: z.string(), courseEn: z.string(),
  weekday, startTime: clockTime, endTime: clockTime, count, room: z.string().nullable(),
  names: z.array(z.object({ familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable() })),
});
export type Clash = z.infer<typeof clash>;

const meetingDetails = z.object({
  sectionId: id, weekday, period: count.min(1).max(20).nullable().default(null), startTime: clockTime, endTime: clockTime, room: optionalText(30),
}).refine((meeting) => meeting.startTime < meeting.endTime, { path: ['endTime'], message: 'endBeforeStart' });
export type MeetingDetails = z.infer<typeof meetingDetails>;

const view = { permission: 'sections:view', scope: 'rows', doors: everyDoor } as const;
const edit = { permission: 'sections:edit', scope: 'school', doors: everyDoor, undoable: true } as const;
const look = { permission: 'sections:edit', scope: 'school', doors: everyDoor } as const;
const divisionOf = { yearId: id, level: text(20), division: text(20) };

export const sectionProcedures = {
  'sections.list': query({ ...view, input: z.object({ filter: sectionFilter.prefault({}), ...paging }), output: page(sectionRow) }),
  /** What the list of a year can be narrowed to. */
  'sections.facets': query({
    ...view, input: z.object({ yearId: id.nullable().default(null) }),
    output: z.object({
      yearId: id.nullable(), divisions: z.array(z.object({ level: z.string(), division: z.string(), room: z.string().nullable() })), levels: z.array(z.string()),
      courses: z.array(z.object(course)), teachers: z.array(teacherName), rooms: z.array(z.string()),
    }),
  }),
  'sections.get': query({
    ...view, input: z.object({ id }),
    output: z.object({
      section: sectionRow, yearLabel: z.string(), yearStatus: z.string(), yearStart: isoDate, yearEnd: isoDate, termIds: z.array(id),
      staff: z.array(assignment), meetings: z.array(lesson),
    }),
  }),
  /** Who is in a section on a day; without one, everybody who ever was. */
  'sections.roster': query({
    ...view, input: z.object({ id, on: isoDate.nullable().default(null) }),
    output: z.object({
      capacity: count.nullable(),
      students: z.array(student.extend({ placeId: id, rev, division: z.string().nullable(), startDate: isoDate, endDate: isoDate.nullable(), reason: z.string().nullable() })),
    }),
  }),
  'sections.save': command({ ...edit, creates: 'sections:create', input: z.object({ ...draftOf, section: sectionDetails }), output: saved }),
  'sections.dependents': query({ ...look, permission: 'sections:delete', input: z.object({ id }), output: z.object({ dependents }) }),
  'sections.remove': command({ ...edit, permission: 'sections:delete', input: target.extend({ reason }), output: nothing }),
  'sections.saveStaff': command({
    ...edit, creates: 'sections:create',
    input: z.object({
      ...draftOf, sectionId: id, staffId: z.uuid('required'), role: z.enum(sectionRoles).default('primary'), startDate: isoDate, endDate: optionalDate,
    }).refine((staff) => staff.endDate === null || staff.startDate <= staff.endDate, { path: ['endDate'], message: 'endBeforeStart' }),
    output: saved,
  }),
  /** The sections that a division would get: one for each live course of its level. */
  'sections.plan': query({
    ...look, permission: 'sections:create', input: z.object(divisionOf),
    output: z.object({ room: z.string().nullable(), capacity: count.nullable(), courses: z.array(z.object({ ...course, code: z.string(), weeklyHours: z.number().nullable(), exists: z.boolean() })) }),
  }),
  'sections.generate': command({
    ...edit, permission: 'sections:create', input: z.object({ ...divisionOf, courseIds: z.array(id).min(1).max(100), room: optionalText(30), capacity, reason }), output: z.object({ created: count }),
  }),

  /** A week of lessons of one division, teacher, room or student. `key`: the division, staff id, room or student id. */
  'timetable.week': query({
    ...view, input: z.object({ yearId: id, by: z.enum(timetableViews), key: z.string().min(1).max(60), level: z.string().max(20).nullable().default(null) }),
    output: z.object({
      /** How the school calls whom the week is of, where the key is an id. */
      name: teacherName.omit({ staffId: true }).nullable(),
      lessons: z.array(lesson.extend({ sectionId: id, sectionCode: z.string(), courseEl: z.string(), courseEn: z.string(), division: z.string().nullable(), teachers: z.array(teacherName),
        /** `room` is where it is held; this, where that is not the section's own room. */
        ownRoom: z.string().nullable(),
      })),
      /** Sections that belong here, with lessons placed and due each week. */
      sections: z.array(z.object({ id, code: z.string(), courseEl: z.string(), courseEn: z.string(), room: z.string().nullable(), placed: count, due: z.number().nullable() })),
    }),
  }),
  /** What a lesson would clash with, asked while it is placed. */
  'timetable.conflicts': query({
    ...look, input: z.object({ meeting: meetingDetails, exceptId: id.nullable().default(null) }), output: z.object({ conflicts: z.array(clash) }),
  }),
  /** When a section cannot meet without a clash: the times at which its teachers, room or students are taken. */
  'timetable.busy': query({
    ...look, input: z.object({ sectionId: id, exceptId: id.nullable().default(null) }),
    output: z.object({ times: z.array(z.object({ kind: z.enum(clashKinds), weekday, startTime: clockTime, endTime: clockTime, sectionCode: z.string() })) }),
  }),
  /** Every clash of a year. */
  'timetable.clashes': query({
    ...look, input: z.object({ yearId: id }),
    output: z.object({ clashes: z.array(clash.extend({ withSectionId: id, withSectionCode: z.string() })) }),
  }),
  /** Places or moves a lesson. With clashes that were not accepted nothing is written, and the answer names them. */
  'meetings.save': command({
    ...edit, creates: 'sections:create', input: z.object({ ...draftOf, meeting: meetingDetails, acceptClashes: z.boolean().default(false) }),
    output: z.discriminatedUnion('state', [
      z.object({ state: z.literal('saved'), id, rev }), z.object({ state: z.literal('clashes'), conflicts: z.array(clash) }),
    ]),
  }),
  'meetings.remove': command({ ...edit, permission: 'sections:delete', input: target.extend({ reason }), output: nothing }),
};
