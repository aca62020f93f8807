import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { dependents, id, instant, isoDate, nothing, optionalDate, optionalText, page, paging, restricted, rev, text } from './fields.ts';

export const highlightKinds = ['achievement', 'kindness', 'effort', 'award', 'other'] as const;
export const incidentKinds = ['behaviour', 'bullying', 'damage', 'accident', 'absence', 'other'] as const;
export const incidentStatuses = ['open', 'followUp', 'closed'] as const;
export const incidentRoles = ['involved', 'responsible', 'affected', 'witness'] as const;
export const interventionKinds = ['support', 'meeting', 'counselling', 'plan', 'sanction', 'other'] as const;
/** 1: a word is enough; 2: the class teacher follows it up; 3: the school's head has to know at once. */
export const severities = [1, 2, 3] as const;

const names = {
  studentNo: z.string(), familyEl: z.string(), givenEl: z.string(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
};
/** A student as lists of conduct name them. */
const namedStudent = z.object({ studentId: id, ...names, level: z.string().nullable(), division: z.string().nullable() });
export type NamedStudent = z.infer<typeof namedStudent>;
const saved = z.object({ id, rev });
const target = z.object({ id, rev });
const edited = { id: id.nullable().default(null), rev: rev.nullable().default(null) };
const count = z.number().int();

const categoryDetails = z.object({
  nameEl: text(60), nameEn: text(60),
  /** The least and the best score that can be given, whole numbers. */
  min: z.number().int().min(0).max(100), max: z.number().int().min(1).max(100),
  position: z.number().int().min(1).max(99),
}).refine(({ min, max }) => min < max, { path: ['max'], message: 'endBeforeStart' });
const category = z.object({ id, rev, ...categoryDetails.shape, archivedAt: instant.nullable() });
export type PerformanceCategory = z.infer<typeof category>;

const cell = z.object({ id, rev, categoryId: id, score: z.number(), note: z.string().nullable() });
export type PerformanceCell = z.infer<typeof cell>;

const highlightDetails = z.object({ date: isoDate, kind: z.enum(highlightKinds), text: text(1000) });
const highlight = z.object({ id, rev, ...highlightDetails.shape, student: namedStudent, author: z.string() });
export type Highlight = z.infer<typeof highlight>;

const involved = z.object({ studentId: id, role: z.enum(incidentRoles) });
const incidentDetails = z.object({
  date: isoDate,
  time: z.union([z.literal('').transform(() => null), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'timeForm')]).nullish().transform((v) => v ?? null),
  place: optionalText(120), kind: z.enum(incidentKinds), severity: z.number().int().min(1).max(3),
  description: text(4000), action: optionalText(2000), status: z.enum(incidentStatuses),
  /** Kept from everybody without the field class `safeguarding`; whoever reports one need not hold it. */
  isSafeguarding: z.boolean().default(false),
  students: z.array(involved).max(40),
});
const incidentRow = z.object({
  id, rev, date: isoDate, time: z.string().nullable(), kind: z.enum(incidentKinds), severity: count, status: z.enum(incidentStatuses),
  isSafeguarding: restricted('safeguarding', z.boolean().nullable()),
  description: z.string(), author: z.string(),
  students: z.array(namedStudent.extend({ role: z.enum(incidentRoles) })),
  /** How many more are involved whom the caller may not see. */
  others: count,
  /** Whole days from the incident to today, or to the day on which it was closed. */
  days: count,
  followUps: count,
});
export type IncidentRow = z.infer<typeof incidentRow>;
const followUp = z.object({ id, rev, date: isoDate, text: z.string(), author: z.string() });
export type FollowUp = z.infer<typeof followUp>;
const followUpDetails = { date: isoDate, text: text(2000) };

const interventionDetails = z.object({
  studentId: id, incidentId: id.nullable().default(null), kind: z.enum(interventionKinds), goal: text(1000),
  startDate: isoDate, reviewDate: optionalDate, endDate: optionalDate, outcome: optionalText(2000), ownerId: id.nullable().default(null),
}).refine(({ startDate, endDate }) => endDate === null || endDate >= startDate, { path: ['endDate'], message: 'endBeforeStart' })
  .refine(({ startDate, reviewDate }) => reviewDate === null || reviewDate >= startDate, { path: ['reviewDate'], message: 'endBeforeStart' });
const interventionRow = z.object({
  id, rev, student: namedStudent, incidentId: id.nullable(), kind: z.enum(interventionKinds), goal: z.string(),
  startDate: isoDate, reviewDate: isoDate.nullable(), endDate: isoDate.nullable(), outcome: z.string().nullable(),
  ownerId: id.nullable(), owner: z.string().nullable(), followUps: count,
  /** The review is due: today or before, and the intervention has not ended. */
  isDue: z.boolean(),
});
export type InterventionRow = z.infer<typeof interventionRow>;

/** One line of a student's conduct, newest first: exactly one of the four kinds. Scores of one day in one section come together. */
const timelineEntry = z.object({
  id, date: isoDate,
  performance: z.object({
    courseEl: z.string().nullable(), courseEn: z.string().nullable(),
    scores: z.array(z.object({ nameEl: z.string(), nameEn: z.string(), score: z.number(), max: z.number(), note: z.string().nullable() })),
  }).nullable(),
  highlight: highlight.nullable(), incident: incidentRow.nullable(), intervention: interventionRow.nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntry>;

const period = { from: isoDate.nullable().default(null), to: isoDate.nullable().default(null) };
const look = { permission: 'conduct:view', scope: 'rows', doors: everyDoor } as const;
const edit = { permission: 'conduct:edit', scope: 'rows', doors: everyDoor, undoable: true } as const;
const configure = { permission: 'conduct:configure', scope: 'school', doors: everyDoor, undoable: true } as const;
const lookPlans = { permission: 'interventions:view', scope: 'rows', doors: everyDoor } as const;
const editPlans = { permission: 'interventions:edit', scope: 'rows', doors: everyDoor, undoable: true } as const;

export const conductSettings = z.object({
  /** An incident that is open for more days than this is overdue. */
  overdueDays: z.number().int().min(1).max(365),
});

export const conductProcedures = {
  'performance.categories': query({
    ...look, scope: 'none', input: nothing, output: z.object({ categories: z.array(category) }),
  }),
  'performance.saveCategory': command({ ...configure, input: z.object({ ...edited, category: categoryDetails }), output: saved }),
  'performance.archiveCategory': command({ ...configure, input: target.extend({ archived: z.boolean() }), output: saved }),
  'performance.dependents': query({ ...look, permission: 'conduct:configure', scope: 'school', input: z.object({ id }), output: z.object({ dependents }) }),
  'performance.removeCategory': command({ ...configure, input: target, output: nothing }),
  /** The sections of the open year in which the caller may look at daily performance. */
  'performance.sections': query({
    ...look, input: nothing,
    output: z.object({
      sections: z.array(z.object({ id, code: z.string(), courseEl: z.string(), courseEn: z.string(), level: z.string().nullable(), division: z.string().nullable() })),
    }),
  }),
  'performance.grid': query({
    ...look, input: z.object({ sectionId: id, date: isoDate }),
    output: z.object({ students: z.array(z.object({ studentId: id, ...names, cells: z.array(cell) })) }),
  }),
  /** Writes cells of one section and day; a null score empties the cell. `rev` null: the cell was empty when it was looked at. */
  'performance.save': command({
    ...edit,
    input: z.object({
      sectionId: id, date: isoDate,
      cells: z.array(z.object({
        studentId: id, categoryId: id, rev: rev.nullable().default(null), score: z.number().int().nullable(), note: optionalText(300),
      })).min(1).max(400),
    }),
    output: z.object({ written: count }),
  }),

  'highlights.list': query({
    ...look,
    input: z.object({ studentId: id.nullable().default(null), kind: z.enum(highlightKinds).nullable().default(null), ...period, ...paging }),
    output: page(highlight),
  }),
  'highlights.add': command({
    ...edit, permission: 'conduct:create', input: z.object({ studentIds: z.array(id).min(1, 'required').max(100), highlight: highlightDetails }), output: z.object({ ids: z.array(id) }),
  }),
  'highlights.update': command({ ...edit, input: target.extend({ highlight: highlightDetails }), output: saved }),
  'highlights.remove': command({ ...edit, permission: 'conduct:delete', input: target, output: nothing }),

  'incidents.list': query({
    ...look,
    input: z.object({
      studentId: id.nullable().default(null), status: z.enum([...incidentStatuses, 'unsettled', 'overdue', 'all']).default('unsettled'),
      kind: z.enum(incidentKinds).nullable().default(null), ...period, ...paging,
    }),
    output: page(incidentRow).extend({ overdueDays: count }),
  }),
  'incidents.get': query({
    ...look, input: z.object({ id }),
    output: z.object({ incident: incidentRow.extend({ place: z.string().nullable(), action: z.string().nullable() }), log: z.array(followUp) }),
  }),
  /** Whom the caller may not see stays involved, whatever list of students is sent. */
  'incidents.save': command({ ...edit, creates: 'conduct:create', input: z.object({ ...edited, incident: incidentDetails }), output: saved }),
  'incidents.dependents': query({ ...look, permission: 'conduct:delete', input: z.object({ id }), output: z.object({ dependents }) }),
  'incidents.remove': command({ ...edit, permission: 'conduct:delete', input: target, output: nothing }),
  'incidents.saveFollowUp': command({ ...edit, input: z.object({ ...edited, incidentId: id, ...followUpDetails }), output: saved }),
  'incidents.removeFollowUp': command({ ...edit, input: target, output: nothing }),

  'interventions.list': query({
    ...lookPlans, audited: 'safeguarding',
    input: z.object({
      studentId: id.nullable().default(null), state: z.enum(['due', 'active', 'ended', 'all']).default('active'),
      kind: z.enum(interventionKinds).nullable().default(null), ...paging,
    }),
    output: page(interventionRow),
  }),
  'interventions.get': query({ ...lookPlans, audited: 'safeguarding', input: z.object({ id }), output: z.object({ intervention: interventionRow, log: z.array(followUp) }) }),
  /** Who can be named as the one who sees to an intervention. */
  'interventions.owners': query({
    ...lookPlans, scope: 'none', input: nothing, output: z.object({ owners: z.array(z.object({ id, name: z.string() })) }),
  }),
  'interventions.save': command({ ...editPlans, creates: 'interventions:create', input: z.object({ ...edited, intervention: interventionDetails }), output: saved }),
  'interventions.dependents': query({ ...lookPlans, permission: 'interventions:delete', input: z.object({ id }), output: z.object({ dependents }) }),
  'interventions.remove': command({ ...editPlans, permission: 'interventions:delete', input: target, output: nothing }),
  'interventions.saveFollowUp': command({ ...editPlans, input: z.object({ ...edited, interventionId: id, ...followUpDetails }), output: saved }),
  'interventions.removeFollowUp': command({ ...editPlans, input: target, output: nothing }),

  /** Everything about one student's conduct that the caller may see; interventions with their own permission only. */
  'conduct.timeline': query({
    ...look, input: z.object({ studentId: id, limit: z.number().int().min(1).max(500).default(60) }),
    output: z.object({ total: count, entries: z.array(timelineEntry) }),
  }),
  'conduct.settings': query({ ...look, scope: 'none', input: nothing, output: z.object({ settings: conductSettings }) }),
  'conduct.saveSettings': command({ ...configure, input: z.object({ settings: conductSettings }), output: nothing }),
};
