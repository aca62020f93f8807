import { actionOf, permissions, resourceOf, resources, type Permission, type Resource } from '#contract/permissions.ts';

/** What can be done with a kind of record. */
export type Action = (typeof resources)[Resource][number];

/** The four that most kinds of record have: the columns of the matrix. */
export const usualActions = ['view', 'create', 'edit', 'delete'] as const;
export type UsualAction = (typeof usualActions)[number];

/** Kinds of record that belong together, so that a long list can be read in parts. */
export const resourceGroups = {
  students: ['students', 'guardians', 'enrolments', 'notes', 'health', 'consents', 'attachments', 'customFields'],
  teaching: ['structure', 'sections', 'rollover'],
  grades: ['assessments', 'grades', 'grading', 'transcripts'],
  daily: ['attendance', 'conduct', 'interventions', 'insight'],
  papers: ['documents', 'imports', 'exports', 'schedules'],
  trace: ['history', 'disclosures', 'privacy'],
  program: ['users', 'roles', 'audit', 'settings', 'backups', 'keys', 'jobs'],
} as const satisfies Record<string, readonly Resource[]>;
export type ResourceGroup = keyof typeof resourceGroups;
export const groupNames: readonly ResourceGroup[] = ['students', 'teaching', 'grades', 'daily', 'papers', 'trace', 'program'];

/** One permission with its action. */
export interface Cell { permission: Permission; action: Action }
/** One kind of record: a cell for each usual action that it has, and those of its own. */
export interface MatrixRow { resource: Resource; usual: Partial<Record<UsualAction, Cell>>; special: Cell[]; cells: Cell[]; all: Permission[] }

const actions: readonly Action[] = [...new Set(Object.values(resources).flat())];
const cellOf = (permission: Permission): Cell[] => actions.filter((action) => action === actionOf(permission)).map((action) => ({ permission, action }));

function rowOf(resource: Resource): MatrixRow {
  const cells = permissions.filter((permission) => resourceOf(permission) === resource).flatMap(cellOf);
  const isUsual = ({ action }: Cell): boolean => usualActions.some((usual) => usual === action);
  return {
    resource, cells, special: cells.filter((cell) => !isUsual(cell)), all: cells.map(({ permission }) => permission),
    usual: Object.fromEntries(cells.filter(isUsual).map((cell) => [cell.action, cell])),
  };
}

/** The matrix, part by part. */
export const matrix: readonly { group: ResourceGroup; rows: readonly MatrixRow[] }[] = groupNames.map((group) => ({ group, rows: resourceGroups[group].map(rowOf) }));

/** Permissions by the kind of record that they are about, in the matrix's order; kinds without any are left out. */
export function groupByResource(chosen: readonly Permission[]): { resource: Resource; permissions: Permission[] }[] {
  const held = new Set(chosen);
  return matrix.flatMap(({ rows }) => rows.map(({ resource, all }) => ({ resource, permissions: all.filter((permission) => held.has(permission)) })))
    .filter((entry) => entry.permissions.length > 0);
}
