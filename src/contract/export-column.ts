import type { FieldClass, Permission } from './permissions.ts';

/** A text in both languages of the program. */
export interface Words { el: string; en: string }

/** How a column's values are written: as text, as a day, as a moment, as a number, as a share of one, as yes or no, or as one of some words. */
export type ColumnKind = 'text' | 'date' | 'dateTime' | 'number' | 'percent' | 'boolean' | 'choice';

/** A column that a table can be exported with. `width` in characters. */
export interface ExportColumn extends Words {
  kind: ColumnKind; width: number;
  /** Only for those whose grants show this class. */
  fieldClass?: FieldClass;
  /** What the codes of a choice are called. */
  choices?: Readonly<Record<string, Words>>;
  /** Left out until somebody chooses it. */
  isExtra?: true;
  /** Stands for as many columns as the list itself has: a gradebook's assessments, the days of an attendance sheet. */
  isMany?: true;
}

/** A list that can be exported: what it is called, what is needed to look at it, and its columns in their usual order. */
export interface ExportTable extends Words {
  permission: Permission;
  /** Its rows are about students: when it leaves the school, that is written down for each of them. */
  isAboutStudents: boolean;
  columns: Readonly<Record<string, ExportColumn>>;
}

type More = Partial<Pick<ExportColumn, 'fieldClass' | 'choices' | 'isExtra' | 'isMany'>>;
const column = (kind: ColumnKind) => (el: string, en: string, width: number, more: More = {}): ExportColumn => ({ kind, el, en, width, ...more });

export const textColumn = column('text');
export const dateColumn = (el: string, en: string, more: More = {}): ExportColumn => column('date')(el, en, 14, more);
export const momentColumn = (el: string, en: string, more: More = {}): ExportColumn => column('dateTime')(el, en, 18, more);
export const numberColumn = column('number');
export const percentColumn = column('percent');
export const booleanColumn = (el: string, en: string, more: More = {}): ExportColumn => column('boolean')(el, en, 10, more);
export const choiceColumn = (el: string, en: string, width: number, choices: Readonly<Record<string, Words>>, more: More = {}): ExportColumn => column('choice')(el, en, width, { choices, ...more });

/** Words of an enumeration: the type makes sure that none is missing. */
export const wordsOf = <K extends string>(words: Readonly<Record<K, Words>>): Readonly<Record<K, Words>> => words;
const both = (el: string, en: string): Words => ({ el, en });
export { both };

/** The columns that name a student in any list. */
export const studentNameColumns = {
  studentNo: textColumn('Αριθμός μητρώου', 'Student number', 16),
  familyEl: textColumn('Επώνυμο', 'Family name', 22),
  givenEl: textColumn('Όνομα', 'Given name', 18),
  familyLatin: textColumn('Επώνυμο (λατινικά)', 'Family name (Latin)', 22, { isExtra: true }),
  givenLatin: textColumn('Όνομα (λατινικά)', 'Given name (Latin)', 18, { isExtra: true }),
} as const;
export const levelColumn = textColumn('Τάξη', 'Level', 8);
export const divisionColumn = textColumn('Τμήμα', 'Division', 10);
