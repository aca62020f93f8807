import { z } from 'zod';
import { auditKinds, auditResource } from '#contract/audit.ts';
import { studentFilter, studentOrder } from '#contract/people.ts';
import { roleKey } from '#contract/roles.ts';
import { timetableViews } from '#contract/sections.ts';

/*
 * What each screen keeps in its address: ids, dates and names of classes only, never a name of a person, so that no history keeps personal data.
 */

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

/** The student list's filter in the address: ids, dates and levels only, never a name, so that no history keeps personal data. */
export const listSearch = z.object({
  status: optional(studentFilter.shape.status.unwrap()),
  level: optional(z.string().max(20)),
  division: optional(z.string().max(20)),
  markBand: optional(z.uuid()),
  absentInWeek: optional(z.iso.date()),
  asOf: optional(z.iso.date()),
  by: optional(studentOrder.shape.by.unwrap()),
  descending: optional(z.boolean()),
  /** A dialog of the list, so that commands elsewhere can open it. */
  dialog: optional(z.enum(['export', 'print'])),
});

/** Which accounts are listed, by state and role. `dialog`: so that commands elsewhere can open it. */
export const accountsSearch = z.object({ state: optional(z.enum(['active', 'disabled', 'all'])), role: optional(roleKey), dialog: optional(z.enum(['new'])) });

/** The section and term that the gradebook is open on. */
export const gradebookSearch = z.object({ section: optional(z.uuid()), term: optional(z.uuid()) });
export type StudentListSearch = z.infer<typeof listSearch>;

/** The attendance screen: which view, of which day, of what. */
export const attendanceSearch = z.object({
  view: optional(z.enum(['take', 'missing', 'calls', 'summary', 'setup'])),
  date: optional(z.iso.date()), level: optional(z.string().max(20)), division: optional(z.string().max(20)),
  sectionId: optional(z.uuid()), period: optional(z.number().int().min(1).max(20)),
  from: optional(z.iso.date()), to: optional(z.iso.date()),
});
export type AttendanceSearch = z.infer<typeof attendanceSearch>;

/** Which part of a student's profile is open, and the day as of which. */
export const profileSearch = z.object({ tab: optional(z.string().max(30)), asOf: optional(z.iso.date()) });

/** Which results are shown: ids and names of classes only. `term` `year`: the whole year. */
export const resultsSearch = z.object({
  tab: optional(z.enum(['class', 'level', 'missing', 'honours', 'transcripts', 'scales', 'rules'])),
  year: optional(z.uuid()), term: optional(z.union([z.uuid(), z.literal('year')])), level: optional(z.string().max(20)), division: optional(z.string().max(20)),
});
export type ResultsSearch = z.infer<typeof resultsSearch>;

/** The conduct screen's part, the state it is narrowed to and the record that is open: ids only. */
export const conductSearch = z.object({
  tab: optional(z.enum(['performance', 'highlights', 'incidents', 'interventions'])),
  status: optional(z.enum(['unsettled', 'overdue', 'open', 'followUp', 'closed', 'all'])),
  incident: optional(z.uuid()), intervention: optional(z.uuid()),
});

/** Filters of the sections and whose week the timetable shows: ids, levels and rooms. */
export const sectionSearch = z.object({
  year: optional(z.uuid()), level: optional(z.string().max(20)), division: optional(z.string().max(20)), course: optional(z.uuid()), teacher: optional(z.uuid()),
});
export const timetableSearch = z.object({ year: optional(z.uuid()), by: optional(z.enum(timetableViews)), level: optional(z.string().max(20)), of: optional(z.string().max(60)) });
const structureTabs = ['years', 'calendar', 'courses', 'departments', 'staff', 'homerooms', 'hours'] as const;
export const structureSearch = z.object({ tab: optional(z.enum(structureTabs)), year: optional(z.uuid()) });

/** What is compared or tried on the screen of roles: keys of roles and ids. */
export const rolesSearch = z.object({ first: optional(roleKey), second: optional(roleKey), userId: optional(z.uuid()), studentId: optional(z.uuid()) });
/** The role that a new one is copied from, and whether an open one is being changed. */
export const newRoleSearch = z.object({ from: optional(roleKey) });
export const roleSearch = z.object({ edit: optional(z.boolean()) });

/** What the audit is narrowed to, its page, and the entry that is open beside it. `dialog`: so that commands elsewhere can open it. */
export const auditSearch = z.object({
  actorId: optional(z.uuid()), kind: optional(z.enum(auditKinds)), resource: optional(auditResource), procedure: optional(z.string().max(60)),
  targetId: optional(z.uuid()), from: optional(z.iso.date()), to: optional(z.iso.date()),
  page: optional(z.number().int().min(1)), entry: optional(z.number().int().min(1)), dialog: optional(z.enum(['export'])),
});
export type AuditSearch = z.infer<typeof auditSearch>;
