import { z } from 'zod';
import { datedLists, plainLists, refineColumns, tableFields, yearLists } from './exports.ts';
import type { TableName } from './export-tables.ts';
import { id, isoDate } from './fields.ts';

/** Days that are counted from the day of the run, in the schedule's time zone. `thisYear`: since the open school year began. */
export const relativeDays = ['today', 'yesterday', 'last7Days', 'last30Days', 'lastWeek', 'thisMonth', 'lastMonth', 'thisYear'] as const;
export type RelativeDays = (typeof relativeDays)[number];

/** Null: the year that is open at the time of the run. */
const year = { yearId: id.nullable().default(null) };
/** `latest`: the last term of the open year that has posted grades; the whole year before there is one. Null: the whole year. */
const term = { ...year, termId: z.union([z.literal('latest'), id]).nullable().default(null) };
/** Null: those that `from` and `to` name, for good. */
const days = { days: z.enum(relativeDays).nullable().default(null) };

/** A list as `exports.table` takes it, of which the year and the days may be left for the time of the run to say. */
export const scheduledList = z.discriminatedUnion('table', [
  ...plainLists, yearLists.homerooms.extend(year), yearLists.classResults.extend(term), yearLists.results.extend(term), yearLists.missingGrades.extend(term),
  datedLists.incidents.extend(days), datedLists.highlights.extend(days),
  datedLists.attendance.extend({ from: isoDate.nullable().default(null), to: isoDate.nullable().default(null), ...days }),
]);
export type ScheduledList = z.output<typeof scheduledList>;
/** The scheduled list of one table. */
export type ScheduledListOf<T extends TableName> = Extract<ScheduledList, { table: T }>;

/** `exports.table` by schedule. */
export const scheduledTable = z.object({ list: scheduledList, ...tableFields }).superRefine((input, context) => {
  refineColumns(input, context);
  const { list } = input;
  if (list.table === 'attendance' && list.days === null && (list.from === null || list.to === null)) context.addIssue({ code: 'custom', path: ['list', 'days'], message: 'required' });
  // A term of a past year is no part of whichever year is open.
  if ('termId' in list && 'yearId' in list && list.yearId === null && list.termId !== null && list.termId !== 'latest') context.addIssue({ code: 'custom', path: ['list', 'termId'], message: 'invalidValue' });
});
export type ScheduledTable = z.output<typeof scheduledTable>;

/** Lists that stand for themselves, run after run; the others are of one section, term or student. */
export const scheduledTables = [
  'students', 'guardians', 'staff', 'courses', 'sections', 'homerooms', 'attendance', 'results', 'classResults', 'missingGrades', 'incidents', 'interventions', 'highlights', 'documents', 'accounts',
] as const satisfies readonly TableName[];
export type ScheduledTableName = (typeof scheduledTables)[number];
/** True for a list that is offered for a schedule. */
export const isScheduledTable = (table: TableName): table is ScheduledTableName => scheduledTables.some((each) => each === table);
