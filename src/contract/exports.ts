import { z } from 'zod';
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

export const exportFormats = ['xlsx', 'csv', 'json', 'pdf'] as const;
export type ExportFormat = (typeof exportFormats)[number];

const of = <T extends TableName>(table: T) => ({ table: z.literal(table) });
const students = { filter: studentFilter.prefault({}), order: studentOrder.prefault({}) };
/** A part of a name or code, by which the screen narrows a list itself. */
const typed = z.string().trim().max(100).default('');
const paging = { offset: true, limit: true } as const;

/** A list as its screen shows it: which one, and what the screen asks for it, without the paging. */
export const exportList = z.discriminatedUnion('table', [
  z.object({ ...of('students'), ...students }),
  /** The guardians of the students whom a list shows. */
  z.object({ ...of('guardians'), ...students }),
  z.object({ ...of('staff'), archived: z.boolean().default(false), text: typed }),
  documentProcedures['documents.register'].input.omit(paging).extend(of('documents')),
  z.object({ ...of('courses'), archived: z.boolean().default(false), text: typed, level: z.string().max(20).nullable().default(null) }),
  sectionProcedures['sections.list'].input.omit(paging).extend(of('sections')),
  z.object({ ...of('homerooms'), yearId: id }),
  z.object({ ...of('roster'), id, on: isoDate.nullable().default(null) }),
  gradingProcedures['gradebook.get'].input.extend(of('gradebook')),
  attendanceProcedures['attendance.summary'].input.extend(of('attendance')),
  resultProcedures['results.division'].input.extend({ ...of('classResults'), only: z.enum(resultFilters).default('all') }),
  resultProcedures['results.level'].input.omit(paging).extend(of('results')),
  resultProcedures['results.missing'].input.extend(of('missingGrades')),
  conductProcedures['incidents.list'].input.omit(paging).extend(of('incidents')),
  conductProcedures['interventions.list'].input.omit(paging).extend(of('interventions')),
  conductProcedures['highlights.list'].input.omit(paging).extend(of('highlights')),
]);
export type ExportList = z.output<typeof exportList>;
/** The list of one table. */
export type ListOf<T extends TableName> = Extract<ExportList, { table: T }>;

export const exportProcedures = {
  /**
   * A list as shown, as a file: fetch it with `files.download`. Asks for `exports:run` and for what the list itself needs; nothing goes into
   * the file that either would keep back.
   */
  'exports.table': command({
    permission: 'exports:run', scope: 'rows', doors: everyDoor, audited: 'bulk', lane: 'work', job: true, sensitive: true,
    input: z.object({
      list: exportList, format: z.enum(exportFormats), language,
      /** In the order in which they are to stand; null: the table's usual ones. */
      columns: z.array(z.string().max(40)).min(1, 'required').max(60).nullable().default(null),
      disclosure: outgoing.nullable().default(null),
    }).superRefine(({ list, columns }, context) => columns?.forEach((key, i) => {
      if (!Object.hasOwn(exportTable(list.table).columns, key)) context.addIssue({ code: 'custom', path: ['columns', i], message: 'invalidValue' });
    })),
    /** `leftOut`: rows about students who opted out of such lists. */
    output: z.object({ fileId: id, name: z.string(), rows: z.number().int(), leftOut: z.number().int() }),
  }),
  /** An empty workbook to fill in and import: headings, notes, lists to choose from, and two invented rows. Holds nothing of any person. */
  'exports.template': query({
    permission: 'imports:run', scope: 'school', doors: everyDoor, lane: 'work', input: z.object({ target: z.enum(templateTargets), language }),
    output: z.object({ name: z.string(), mime: z.string(), content: bytes }),
  }),
};
