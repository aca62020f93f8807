/** A department and whose places in its sections count: those of today, of the running term, of the open year, of any time. */
export interface DepartmentReach { orgId: string; span: 'now' | 'term' | 'year' | 'always' }

/** The rows that grants reach, each kind from grants of its own; several may come together. Users are named whose own sections, division or record it is. */
export type RowScope =
  | { all: true }
  | {
    all: false;
    departments: readonly DepartmentReach[];
    staffOf: string | null; homeroomOf: string | null; selfOf: string | null;
    /** Whether the sections of one's own class division are among them, or only its students. */
    homeroomSections: boolean;
  };

/** A condition on the column that holds a student's or section's id, with its parameters bound by name. The repository puts it into its SQL, so that a row out of scope is never read. */
export interface ScopeCondition { sql: string; params: Record<string, string | null> }
