/** The rows that a grant reaches. `department` and `sections` may come together from several grants. */
export type RowScope =
  | { all: true }
  | { all: false; departments: readonly string[]; staffOf: string | null };

/** A condition on the column that holds a student's id, with its parameters bound by name. The repository puts it into its SQL, so that a row out of scope is never read. */
export interface ScopeCondition { sql: string; params: Record<string, string | null> }
