import { RollbookError } from '#contract/errors.ts';
import type { ImportProblem } from '#contract/exchange.ts';
import type { BundleFile } from '#contract/oneroster.ts';
import type { CommandContext } from '../../kernel/context.ts';
import type { Reader } from '../../store/reader.ts';
import type { Meaning } from '../record-plan.ts';
import type { IdentityIndex } from '../rules/match-rows.ts';
import { problem } from '../rules/values.ts';
import type { BundleIndex, BundleValues } from './bundle-index.ts';
import { noteSourceId, readSourceIds } from './repo-source-ids.ts';

/** One record of a bundle. `isGone`: the other system has taken it away. */
export interface Item { id: string; values: BundleValues; isGone: boolean }

/** How a file's records are looked up, some hundred at a time, in their order. */
export type Resolve = (db: Reader, items: readonly Item[], bundle: BundleAround) => Meaning[];

/** What records of a bundle refer to, and what they have turned out to be here. */
export class BundleAround {
  readonly index: BundleIndex;
  readonly students: IdentityIndex;
  readonly source: string;
  readonly today: string;
  /** sourcedIds of the school and the year that the bundle is taken in for. */
  readonly schoolId: string;
  readonly mainYear: string;
  /** The year that is open here, for bundles that do not say of which year they are. */
  readonly openYear: string | null;
  /** By file and sourcedId: the record here; null for one that comes with this bundle. */
  readonly #own = new Map<string, string | null>();
  readonly #numbers = new Map<string, string>();
  readonly #claims = new Map<string, string>();
  readonly #noted = new Map<string, string | undefined>();

  constructor(facts: Pick<BundleAround, 'index' | 'students' | 'source' | 'today' | 'schoolId' | 'mainYear' | 'openYear'>) {
    ({ index: this.index, students: this.students, source: this.source, today: this.today, schoolId: this.schoolId, mainYear: this.mainYear, openYear: this.openYear } = facts);
  }

  /** Reads what earlier bundles have noted of some records. */
  load(db: Reader, file: BundleFile, ids: readonly string[]): void {
    const unknown = [...new Set(ids)].filter((id) => !this.#noted.has(`${file} ${id}`));
    if (unknown.length === 0) return;
    const noted = readSourceIds(db, this.source, file, unknown);
    for (const id of unknown) this.#noted.set(`${file} ${id}`, noted.get(id));
  }

  /** The ids that a record may have here, the likeliest first: what was noted, and its own, since our bundles name records by their ids here. */
  candidates(file: BundleFile, id: string): string[] {
    const noted = this.#noted.get(`${file} ${id}`);
    return noted === undefined ? [id] : [noted, id];
  }

  /** What a record is here; null: it comes with this bundle; undefined: nothing is known of it. */
  own(file: BundleFile, id: string): string | null | undefined {
    return this.#own.get(`${file} ${id}`);
  }

  /**
   * What a reference is here: the record's id, null for one that comes with the bundle, undefined for none that is known. What the bundle does not hold was
   * sent before, in a delta: then it has one of these ids, if `isHere` finds it.
   */
  refer(file: BundleFile, id: string, isHere: (own: string) => boolean): string | null | undefined {
    const own = this.own(file, id);
    return own !== undefined || this.index.find(file, id) ? own : this.candidates(file, id).find(isHere);
  }

  /** Notes what a record is here. What is written is not forgotten again. */
  settle(file: BundleFile, id: string, own: string | null): void {
    const key = `${file} ${id}`;
    if (own !== null || !this.#own.has(key)) this.#own.set(key, own);
    if (own !== null) this.#claims.set(`${file} ${own}`, id);
  }

  /** The number that a new student gets who has none: the next one that is free, the same each time it is asked. */
  numberFor(id: string): string {
    const { value, width } = this.students.highestNumber();
    const number = this.#numbers.get(id) ?? String(value + this.#numbers.size + 1).padStart(width, '0');
    this.#numbers.set(id, number);
    return number;
  }

  /** Whether a record here is already what another record of the bundle means: two people of one name are two. */
  isTaken(file: BundleFile, own: string, by: string): boolean {
    return (this.#claims.get(`${file} ${own}`) ?? by) !== by;
  }

  /** A record that was just written. */
  written(ctx: CommandContext, file: BundleFile, id: string, own: string): void {
    this.settle(file, id, own);
    if (own !== id) noteSourceId(ctx.db, this.source, file, id, own);
  }

  /** What a record is here, for one that is written now. Throws `refused` where it could not be written itself. */
  need(file: BundleFile, id: string): string {
    const own = this.own(file, id);
    if (own == null) throw new RollbookError('refused', { messageKey: 'import.bundleNotWritten', params: { value: id } });
    return own;
  }

  /** What a reference is here, once what comes with the bundle is written: `found` is what it was before. */
  needReferred(file: BundleFile, id: string, found: string | null): string {
    return found ?? this.need(file, id);
  }

  /** Something that a record of the bundle stands on. Throws `refused` where it is not there after all. */
  needOwn<T>(found: T | undefined, id: string): T {
    if (found === undefined) throw new RollbookError('refused', { messageKey: 'import.bundleNotWritten', params: { value: id } });
    return found;
  }

  /** The year here that students are enrolled in; null: it comes with this bundle; undefined: there is none. */
  year(): string | null | undefined {
    return this.mainYear === '' ? this.openYear ?? undefined : this.own('academicSessions', this.mainYear);
  }

  needYear(): string {
    return this.mainYear === '' ? this.openYear ?? '' : this.need('academicSessions', this.mainYear);
  }
}

/** A record that is as it should be, or of which the school keeps its own. */
export const sameMeaning = (label: string, notes: ImportProblem[] = [], studentId: string | null = null): Meaning =>
  ({ label, studentId, key: '', isNew: false, cells: [], problems: [], notes, write: () => undefined });

/** What the school keeps although the other system has taken it away or says otherwise. */
export const keptMeaning = (label: string): Meaning => sameMeaning(label, [problem('bundleKept')]);

/** A reference to what neither the bundle nor the school has. */
export const noReference = (column: string, value: string): ImportProblem => problem('bundleReference', null, { column, value });

/** The cells of a new record: what it says in some columns. */
export const newOf = (values: BundleValues, columns: readonly string[]): Meaning['cells'] =>
  columns.flatMap((column) => { const after = values[column] ?? ''; return after === '' ? [] : [{ field: `oneRoster.${column}` as const, before: null, after }]; });

/** What a record says otherwise than the same record of the school. Nothing said erases nothing. */
export const changesOf = (values: BundleValues, own: BundleValues, columns: readonly string[], isSame: (a: string, b: string) => boolean = (a, b) => a === b): Meaning['cells'] =>
  columns.flatMap((column) => {
    const after = (values[column] ?? '').trim(), before = own[column] ?? '';
    return after === '' || isSame(after, before.trim()) ? [] : [{ field: `oneRoster.${column}` as const, before: before === '' ? null : before, after }];
  });
