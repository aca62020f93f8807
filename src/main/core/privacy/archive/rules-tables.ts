import type { FieldClass } from '#contract/permissions.ts';

/** The parts of a person's file, in the order in which they are read. */
export const areas = [
  'person', 'contacts', 'family', 'stays', 'classes', 'grades', 'transcript', 'attendance', 'conduct', 'interventions', 'health', 'consents', 'notes', 'documents', 'ownFields',
  'disclosures', 'children', 'calls', 'history',
] as const;
export type AreaKey = (typeof areas)[number];

/** A cell as the database has it; flags are 0 and 1 there. */
export type Cell = string | number | null;
export type Row = Readonly<Record<string, Cell>>;

/** One table of the file: what stands in it, for whom, and the columns that are shown. A column `course` may be two in the data, `courseEl` and `courseEn`. */
export interface Table { area: AreaKey; key: string; columns: readonly string[]; rows: readonly Row[] }

/** A file that goes along: `path` within the archive. */
export interface Enclosed { path: string; content: Uint8Array }

/** What a person's file is made of. `leftOut`: the field classes of what there is but the caller may not see. */
export interface PersonFile { title: string; subtitle: string; tables: readonly Table[]; enclosed: readonly Enclosed[]; leftOut: readonly FieldClass[]; /** Earlier changes are not in it. */ isCut: boolean }

/** Tables by area, in order; areas without a table are left out. */
export function gatherAreas(tables: readonly Table[]): { area: AreaKey; tables: Table[] }[] {
  return areas.flatMap((area) => {
    const own = tables.filter((table) => table.area === area);
    return own.length === 0 ? [] : [{ area, tables: own }];
  });
}
