import { z } from 'zod';
import { accountProcedures } from './accounts.ts';
import { attendanceProcedures } from './attendance.ts';
import { conductProcedures } from './conduct.ts';
import { command, everyDoor, query } from './define.ts';
import { outgoing } from './disclosures.ts';
import { documentProcedures } from './documents.ts';
import { exportTable, type TableName } from './export-tables.ts';
import { bytes, id, isoDate, language } from './fields.ts';
import { gradingProcedures } from './grading.ts';
import { templateTargets } from './import-targets.ts';
import { studentFilter, studentOrder } from './people.ts';
import { resultFilters, resultProcedures } from './results.ts';
import { sectionProcedures } from './sections.ts';
import { transcriptProcedures } from './transcripts.ts';

export const exportFormats = ['xlsx', 'csv', 'json', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const of = <T extends TableName>(table: T) => ({ table: z.literal(table) });
const students = { filter: studentFilter.prefault({}), order: studentOrder.prefault({}) };
/** A part of a name or code, by which the screen narrows a list itself. */
const typed = z.string().trim().max(100).default('');
const paging = { offset: true, limit: true } as const;

/** Lists that are neither of one school year nor of some days. */
export const plainLists = [
  z.object({ ...of('students'), ...students }),
  /** The guardians of the students whom a list shows. */
  z.object({ ...of('guardians'), ...students }),
  z.object({ ...of('staff'), archived: z.boolean().default(false), text: typed }),
  documentProcedures['documents.register'].input.omit(paging).extend(of('documents')),
  z.object({ ...of('courses'), archived: z.boolean().default(false), text: typed, level: z.string().max(20).nullable().default(null) }),
  /** Of the open year where it names none. */
  sectionProcedures['sections.list'].input.omit(paging).extend(of('sections')),
  z.object({ ...of('roster'), id, on: isoDate.nullable().default(null) }),
  gradingProcedures['gradebook.get'].input.extend(of('gradebook')),
  transcriptProcedures['transcripts.list'].input.extend(of('transcript')),
  accountProcedures['users.list'].input.omit(paging).extend(of('accounts')),
  conductProcedures['interventions.list'].input.omit(paging).extend(of('interventions')),
] as const;
/** Lists of one school year, by its id. */
export const yearLists = {
  homerooms: z.object({ ...of('homerooms'), yearId: id }),
  classResults: resultProcedures['results.division'].input.extend({ ...of('classResults'), only: z.enum(resultFilters).default('all') }),
  results: resultProcedures['results.level'].input.omit(paging).extend(of('results')),
  missingGrades: resultProcedures['results.missing'].input.extend(of('missingGrades')),
};
/** Lists of what was between two days. */
export const datedLists = {
  attendance: attendanceProcedures['attendance.summary'].input.extend(of('attendance')),
  incidents: conductProcedures['incidents.list'].input.omit(paging).extend(of('incidents')),
  highlights: conductProcedures['highlights.list'].input.omit(paging).extend(of('highlights')),
};

/** A list as its screen shows it: which one, and what the screen asks for it, without the paging. */
export const exportList = z.discriminatedUnion('table', [
  ...plainLists, yearLists.homerooms, yearLists.classResults, yearLists.results, yearLists.missingGrades, datedLists.attendance, datedLists.incidents, datedLists.highlights,
]);
export type ExportList = z.output<typeof exportList>;
/** The list of one table. */
export type ListOf<T extends TableName> = Extract<ExportList, { table: T }>;

/** How a list is written, whichever it is. */
export const tableFields = {
  format: z.enum(exportFormats), language,
  /** In the order in which they are to stand; null: the table's usual ones. */
  columns: z.array(z.string().max(40)).min(1, 'required').max(60).nullable().default(null),
  disclosure: outgoing.nullable().default(null),
};
/** Says of which of the columns the table has none. */
export function refineColumns({ list, columns }: { list: { table: TableName }; columns: string[] | null }, context: z.RefinementCtx): void {
  columns?.forEach((key, i) => {
    if (!Object.hasOwn(exportTable(list.table).columns, key)) context.addIssue({ code: 'custom', path: ['columns', i], message: 'invalidValue' });
  });
}

export const exportProcedures = {
  /**
   * A list as shown, as a file: fetch it with `files.download`. Asks for `exports:run` and for what the list itself needs; nothing goes into
   * the file that either would keep back.
   */
  'exports.table': command({
    permission: 'exports:run', scope: 'rows', doors: everyDoor, audited: 'bulk', lane: 'work', job: true, sensitive: true,
    input: z.object({ list: exportList, ...tableFields }).superRefine(refineColumns),
    /** `leftOut`: rows about students who opted out of such lists. */
    output: z.object({ fileId: id, name: z.string(), rows: z.number().int(), leftOut: z.number().int() }),
  }),
  /**
   * A year of the school as a zip of OneRoster 1.2 (CSV, bulk) for other systems; `yearId` null: the open year. Asks for `exports:run` and for the right to see each
   * part over the whole school; e-mail and telephone only go out to who may see them. Guardians under an order to keep away are never told of.
   */
  'exports.oneRoster': command({
    permission: 'exports:run', scope: 'school', doors: everyDoor, audited: 'bulk', lane: 'work', job: true, sensitive: true,
    input: z.object({
      yearId: id.nullable().default(null), guardians: z.boolean().default(true), demographics: z.boolean().default(true), results: z.boolean().default(false), language,
      disclosure: outgoing.nullable().default(null),
    }),
    /** `rows`: records of all files. */
    output: z.object({ fileId: id, name: z.string(), rows: z.number().int(), students: z.number().int(), leftOut: z.number().int() }),
  }),
  /** An empty workbook to fill in and import: headings, notes, lists to choose from, and two invented rows. Holds nothing of any person. */
  'exports.template': query({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'work', input: z.object({ target: z.enum(templateTargets), language }),
    output: z.object({ name: z.string(), mime: z.string(), content: bytes }),
  }),
};
