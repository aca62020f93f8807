import type { ImportMapping, ImportProblem } from '#contract/exchange.ts';
import { importTargets, type ImportField, type StudentField } from '#contract/import-targets.ts';
import { foldText } from '../../search/rules-fold.ts';
import type { Cells } from './detect-header.ts';
import { parseCell, type ColumnSense } from './parse-cell.ts';
import { detectDateOrder } from './parse-date.ts';
import { isLatinOnly, splitFullName } from './parse-names.ts';
import { noValues, problem, type Values } from './values.ts';

/** A row of the file with its values read. `problems` are reasons to refuse it, `notes` only remarks. */
export interface ReadRow { values: Values; problems: ImportProblem[]; notes: ImportProblem[] }

interface Column { column: number; field: StudentField; sense: ColumnSense; known: Map<string, string | ImportProblem> | null; misses: number }

/** Fields whose texts take more work to read than to look up. What is only tidied is quicker read again than remembered. */
const slow: ReadonlySet<StudentField> = new Set<StudentField>(['birthDate', 'entryDate', 'sex', 'guardianRelation', 'email', 'guardianEmail', 'phone', 'mobile', 'guardianPhone']);
/** How many different texts of a column are worth remembering; columns of numbers give up early. */
const remembered = 5000, patience = 2000;

const isStudentField = (field: ImportField | null): field is StudentField => field !== null && field in importTargets.students.fields;

/** Reads rows of a table by a mapping. Dates and words that repeat down a column are parsed once. */
export class RowReader {
  readonly firstRow: number;
  readonly rows: number;
  readonly #cells: Cells;
  readonly #columns: Column[];
  readonly #roleColumn: number;
  readonly #folded = new Map<string, string>();

  constructor(cells: Cells, mapping: ImportMapping, { headerRow, today, latestYear = null, roleColumn = -1 }: { headerRow: number; today: string; latestYear?: number | null; roleColumn?: number }) {
    this.#cells = cells;
    this.#roleColumn = roleColumn;
    this.firstRow = headerRow + 1;
    this.rows = cells.rows;
    this.#columns = mapping.flatMap((field, column) => (isStudentField(field) ? [{ column, field, sense: { ...this.#senseOf(column, field, today), latestYear }, known: slow.has(field) ? new Map() : null, misses: 0 }] : []));
  }

  /** Reads one row; null when all its matched cells are empty. */
  read(row: number): ReadRow | null {
    const values = noValues();
    const problems: ImportProblem[] = [], notes: ImportProblem[] = [];
    let filled = false;
    for (const column of this.#columns) {
      const raw = this.#cells.cell(row, column.column);
      if (raw === '') continue;
      const value = this.#parse(column, raw);
      if (value === '') continue;
      filled = true;
      if (typeof value === 'string') values[column.field] = value;
      else problems.push(value);
    }
    if (!filled) return null;
    if (this.#roleColumn >= 0 && !isStudentRole(this.#cells.cell(row, this.#roleColumn))) problems.push(problem('notStudent'));
    completeNames(values);
    completeGuardian(values, notes);
    if ((values.familyEl === '' || values.givenEl === '') && !problems.some(({ field }) => isStudentField(field) && nameFields.has(field))) {
      problems.push(problem('missingName', values.familyEl === '' ? 'familyEl' : 'givenEl'));
    }
    return { values, problems, notes };
  }

  /** The key that a person's name is matched by, as the store keeps it: folded "family given". */
  nameKey(values: Values): string {
    return `${this.#fold(values.familyEl)} ${this.#fold(values.givenEl)}`;
  }

  #fold(text: string): string {
    let folded = this.#folded.get(text);
    if (folded === undefined) {
      folded = foldText(text);
      if (this.#folded.size < remembered * 4) this.#folded.set(text, folded);
    }
    return folded;
  }

  #parse(column: Column, raw: string): string | ImportProblem {
    const { known } = column;
    if (!known) return parseCell(column.field, raw, column.sense);
    let value = known.get(raw);
    if (value === undefined) {
      value = parseCell(column.field, raw, column.sense);
      column.misses += 1;
      if (known.size < remembered) known.set(raw, value);
      if (column.misses === patience && known.size === patience) column.known = null;
    }
    return value;
  }

  #senseOf(column: number, field: StudentField, today: string): ColumnSense {
    if (field !== 'birthDate' && field !== 'entryDate') return { dateOrder: 'dayFirst', today };
    const sample: string[] = [];
    for (let row = this.firstRow; row < Math.min(this.rows, this.firstRow + 5000); row += 1) sample.push(this.#cells.cell(row, column));
    return { dateOrder: detectDateOrder(sample), today };
  }
}

const studentRoles = new Set(['', 'student', 'pupil', 'μαθητησ', 'μαθητρια', 'σπουδαστησ', 'φοιτητησ']);
const isStudentRole = (text: string) => studentRoles.has(foldText(text));

/** The column of a user list (OneRoster's `role`) that tells students from parents and teachers; -1 where there is none. */
export function findRoleColumn(header: readonly string[], mapping: ImportMapping): number {
  return header.findIndex((label, column) => mapping[column] === null && ['role', 'ρολοσ', 'usertype'].includes(foldText(label)));
}

const nameFields: ReadonlySet<StudentField> = new Set<StudentField>(['fullName', 'familyEl', 'givenEl', 'familyLatin', 'givenLatin']);

/** A name in one cell is split; a name in Latin letters is kept as typed and is also the Latin name. */
function completeNames(values: Values): void {
  if (values.fullName !== '' && (values.familyEl === '' || values.givenEl === '')) {
    const { family, given } = splitFullName(values.fullName);
    values.familyEl ||= family;
    values.givenEl ||= given;
  }
  values.fullName = '';
  values.familyEl ||= values.familyLatin;
  values.givenEl ||= values.givenLatin;
  if (values.familyLatin === '' && isLatinOnly(values.familyEl)) values.familyLatin = values.familyEl;
  if (values.givenLatin === '' && isLatinOnly(values.givenEl)) values.givenLatin = values.givenEl;
}

/** A guardian needs both names; a family name that is missing is the student's, and the row says that this was assumed. */
function completeGuardian(values: Values, notes: ImportProblem[]): void {
  const { guardianFamily, guardianGiven } = values;
  if (guardianFamily === '' && guardianGiven === '') {
    if (values.guardianPhone !== '' || values.guardianEmail !== '' || values.guardianRelation !== '') notes.push(problem('guardianNameMissing', 'guardianFamily'));
    return;
  }
  if (guardianFamily !== '' && guardianGiven !== '') return;
  const { family, given } = splitFullName(guardianFamily || guardianGiven);
  if (given !== '') {
    values.guardianFamily = family;
    values.guardianGiven = given;
  } else if (guardianGiven !== '') {
    values.guardianFamily = values.familyEl;
    notes.push(problem('guardianFamilyAssumed', 'guardianFamily', { name: values.familyEl }));
  } else notes.push(problem('guardianNameMissing', 'guardianGiven'));
}
