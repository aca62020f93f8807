import type { Fate, ImportCounts, ImportProblem } from '#contract/exchange.ts';
import { compareRow, enrolmentProblem, type Known, type Year } from './compare-row.ts';
import { highest, matchByName, rowKey, type IdentityIndex } from './match-rows.ts';
import type { RowReader } from './read-rows.ts';
import { problem, type Values } from './values.ts';

const fateCodes: readonly Fate[] = ['create', 'change', 'same', 'refused'];
const undecided = 254, blank = 255;
const step = 1000;

/** What an import does, row by row, in a few bytes each: details are worked out again when somebody looks. */
export interface RowPlan {
  readonly counts: ImportCounts;
  /** Rows of the grid, in order, that share a fate; all of them for null. */
  rowsOf(fate: Fate | null): readonly number[];
  fateOf(row: number): Fate;
  /** The student that a row was matched to, as a slot of the index; -1 for none. */
  slotOf(row: number): number;
  /** The number that a new student gets because the file gives none. */
  numberFor(row: number): string | null;
  /** Why the row as a whole was refused, apart from what is wrong with its cells. */
  problemsOf(row: number): readonly ImportProblem[];
}

/** What planning needs besides the rows. `loadKnown` gives the students of some slots; `pace` lets the job breathe. */
export interface PlanSources {
  reader: RowReader;
  index: IdentityIndex;
  year: Year | null;
  loadKnown: (slots: readonly number[]) => Map<number, Known>;
  pace: (done: number, total: number) => Promise<void>;
}

/** Decides for each row whether it creates, changes, or says nothing new, or why it is refused. Reads only; writes nothing. */
export async function planRows(sources: PlanSources): Promise<RowPlan> {
  const plan = new Planner(sources);
  await plan.readAll();
  plan.matchNames();
  await plan.compareMatched();
  plan.giveNumbers();
  return plan.result();
}

class Planner {
  readonly #sources: PlanSources;
  readonly #fates: Uint8Array;
  readonly #slots: Int32Array;
  readonly #problems = new Map<number, ImportProblem[]>();
  readonly #numbers = new Map<number, string>();
  readonly #lineOfNumber = new Map<string, number>();
  readonly #claims = new Map<number, number>();
  /** Rows that have to be matched by name, in their order: only those that may mean somebody, since each is read a second time. */
  readonly #nameKeys = new Map<number, string>();
  readonly #unnumbered: number[] = [];

  constructor(sources: PlanSources) {
    this.#sources = sources;
    this.#fates = new Uint8Array(sources.reader.rows).fill(blank);
    this.#slots = new Int32Array(sources.reader.rows).fill(-1);
  }

  /** Reads every row, refuses what cannot be read, matches by number and finds numbers that stand twice. */
  async readAll(): Promise<void> {
    const { reader, index, year, pace } = this.#sources;
    for (let row = reader.firstRow; row < reader.rows; row += 1) {
      if (row % step === 0) await pace(row, reader.rows * 2);
      const read = reader.read(row);
      if (!read) continue;
      const { values } = read;
      this.#fates[row] = undecided;
      const wrong = read.problems.length > 0 || enrolmentProblem(values, year) !== null;
      if (wrong) this.#fates[row] = fateCodes.indexOf('refused');
      if (values.studentNo === '') {
        if (!wrong) this.#unnumbered.push(row);
      } else {
        const first = this.#lineOfNumber.get(values.studentNo);
        if (first !== undefined) this.#refuse(row, problem('duplicateLine', 'studentNo', { line: first + 1 }));
        else this.#lineOfNumber.set(values.studentNo, row);
        if (first !== undefined || wrong) continue;
        const slot = index.byNumber(values.studentNo);
        if (slot >= 0) this.#claim(row, slot);
      }
      if (index.identities.length === 0 || this.#slots[row] !== -1) continue;
      const nameKey = reader.nameKey(values);
      if (index.mayKnow(nameKey, values)) this.#nameKeys.set(row, nameKey);
    }
  }

  /** Matches the rest by name; a row without a number must also not say the same as another row. */
  matchNames(): void {
    const { reader } = this.#sources;
    const seen = this.#unnumbered.length > 0 ? this.#keysOfNumbered() : new Map<string, number>();
    for (const [row, nameKey] of this.#nameKeys) if (this.#fates[row] === undecided && this.#slots[row] === -1) this.#matchName(row, nameKey);
    for (const row of this.#unnumbered) {
      const values = reader.read(row)?.values;
      if (!values || this.#fates[row] !== undecided) continue;
      const key = rowKey(values, reader.nameKey(values));
      const first = seen.get(key);
      if (first !== undefined) this.#refuse(row, problem('duplicateLine', null, { line: first + 1 }));
      else seen.set(key, row);
    }
  }

  #matchName(row: number, nameKey: string): void {
    const { reader, index } = this.#sources;
    const values = reader.read(row)?.values;
    if (!values) return;
    // A row with a number of its own is somebody else than the student whom another line already means.
    const match = matchByName(values, nameKey, index, (slot) => values.studentNo !== '' && this.#claims.has(slot));
    if (typeof match !== 'number') return this.#refuse(row, match);
    if (match < 0) return;
    const line = this.#claims.get(match);
    if (line !== undefined) return this.#refuse(row, problem('duplicateLine', null, { line: line + 1 }));
    this.#claim(row, match);
  }

  #keysOfNumbered(): Map<string, number> {
    const { reader } = this.#sources;
    const seen = new Map<string, number>();
    for (const row of this.#lineOfNumber.values()) {
      const values = reader.read(row)?.values;
      if (values && this.#fates[row] === undecided) seen.set(rowKey(values, reader.nameKey(values)), row);
    }
    return seen;
  }

  /** Tells change from no change, a thousand students at a time. */
  async compareMatched(): Promise<void> {
    const { reader, year, loadKnown, pace } = this.#sources;
    const matched = [...this.#claims.values()].sort((a, b) => a - b);
    for (let start = 0; start < matched.length; start += step) {
      await pace(reader.rows + start, reader.rows * 2);
      const rows = matched.slice(start, start + step);
      const known = loadKnown(rows.map((row) => this.#slots[row] ?? -1));
      for (const row of rows) {
        const values = reader.read(row)?.values;
        const student = known.get(this.#slots[row] ?? -1);
        if (!values || !student) continue;
        const { changes, problems } = compareRow(values, student, year);
        this.#fates[row] = fateCodes.indexOf(problems.length > 0 ? 'refused' : changes.length > 0 ? 'change' : 'same');
      }
    }
  }

  /** What is still undecided is new; new students without a number get the next ones. */
  giveNumbers(): void {
    const { index } = this.#sources;
    const inFile = highest(this.#lineOfNumber.keys()), inSchool = index.highestNumber();
    const last = inFile.value > inSchool.value ? inFile : inSchool;
    let next = last.value;
    for (let row = 0; row < this.#fates.length; row += 1) if (this.#fates[row] === undecided) this.#fates[row] = fateCodes.indexOf('create');
    for (const row of this.#unnumbered) {
      if (this.#fates[row] !== fateCodes.indexOf('create')) continue;
      next += 1;
      this.#numbers.set(row, String(next).padStart(last.width, '0'));
    }
  }

  result(): RowPlan {
    const fates = this.#fates, slots = this.#slots;
    const lists: Record<Fate, number[]> = { create: [], change: [], same: [], refused: [] };
    const all: number[] = [];
    fates.forEach((code, row) => {
      const fate = fateCodes[code];
      if (!fate) return;
      lists[fate].push(row);
      all.push(row);
    });
    return {
      counts: { create: lists.create.length, change: lists.change.length, same: lists.same.length, refused: lists.refused.length },
      rowsOf: (fate) => (fate === null ? all : lists[fate]),
      fateOf: (row) => fateCodes[fates[row] ?? blank] ?? 'refused',
      slotOf: (row) => slots[row] ?? -1,
      numberFor: (row) => this.#numbers.get(row) ?? null,
      problemsOf: (row) => this.#problems.get(row) ?? [],
    };
  }

  #claim(row: number, slot: number): void {
    this.#slots[row] = slot;
    this.#claims.set(slot, row);
  }

  #refuse(row: number, reason: ImportProblem): void {
    this.#fates[row] = fateCodes.indexOf('refused');
    this.#problems.set(row, [...(this.#problems.get(row) ?? []), reason]);
  }
}

/** A row's values as they will be written: with the number that it was given. */
export function finalValues(values: Values, plan: RowPlan, row: number): Values {
  const number = plan.numberFor(row);
  return number === null ? values : { ...values, studentNo: number };
}
