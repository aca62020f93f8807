import type { Fate, ImportProblem } from '#contract/exchange.ts';
import type { Decision, ImportOptions } from '#contract/import-options.ts';
import { compareRow, enrolmentProblem, type Known, type Year } from './compare-row.ts';
import type { LookAlikes } from './look-alikes.ts';
import { highest, rowKey, type IdentityIndex } from './match-rows.ts';
import type { RowReader } from './read-rows.ts';
import { isOfAnother, recognise, type Doubt, type Recognition } from './recognise.ts';
import type { RowPlan } from './row-plan.ts';
import { problem } from './values.ts';

const fateCodes: readonly Fate[] = ['create', 'change', 'same', 'refused'];
const undecided = 254, blank = 255;
const step = 1000;

/** What planning needs besides the rows. `loadKnown` gives the students of some slots; `pace` lets the job breathe. */
export interface PlanSources {
  reader: RowReader;
  index: IdentityIndex;
  alikes: LookAlikes;
  options: Pick<ImportOptions, 'match' | 'decisions'>;
  year: Year | null;
  loadKnown: (slots: readonly number[]) => Map<number, Known>;
  pace: (done: number, total: number) => Promise<void>;
}

/** Decides for each row whether it creates, changes, or says nothing new, or why it is refused. Reads only; writes nothing. */
export async function planRows(sources: PlanSources): Promise<RowPlan> {
  const plan = new Planner(sources);
  await plan.readAll();
  plan.recogniseAll();
  plan.settleDoubts();
  plan.findRepeated();
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
  readonly #doubts = new Map<number, Doubt>();
  readonly #recognition: Recognition;
  /** Rows that may be about a student of the school though no number says so, by name, and who looks like them. Most rows of new students are not among them. */
  readonly #maybeKnown = new Map<number, string>();
  readonly #alike = new Map<number, readonly number[]>();
  readonly #unnumbered: number[] = [];

  constructor(sources: PlanSources) {
    this.#sources = sources;
    this.#fates = new Uint8Array(sources.reader.rows).fill(blank);
    this.#slots = new Int32Array(sources.reader.rows).fill(-1);
    this.#recognition = { index: sources.index, ways: new Set(sources.options.match), isClaimed: (slot) => this.#claims.has(slot) };
  }

  /** Reads every row, refuses what cannot be read, matches by number and finds numbers that stand twice. */
  async readAll(): Promise<void> {
    const { reader, index, alikes, year, pace } = this.#sources;
    const isSimilarAsked = this.#recognition.ways.has('similar');
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
        if (slot >= 0 && !isOfAnother(values, index.identities[slot])) this.#claim(row, slot);
      }
      if (wrong || index.identities.length === 0 || this.#slots[row] !== -1) continue;
      const nameKey = reader.nameKey(values), alike = isSimilarAsked ? alikes.find(values) : [];
      if (alike.length > 0) this.#alike.set(row, alike);
      if (alike.length > 0 || index.isKnown(values, nameKey)) this.#maybeKnown.set(row, nameKey);
    }
  }

  /** Recognises the rest by what else they say. Where that is not certain, it is asked. */
  recogniseAll(): void {
    const { reader } = this.#sources;
    for (const [row, nameKey] of this.#maybeKnown) {
      if (this.#fates[row] !== undecided) continue;
      const values = reader.read(row)?.values;
      const match = values ? recognise(values, nameKey, this.#recognition) : -1;
      if (typeof match !== 'number') this.#doubts.set(row, match);
      else if (match >= 0) this.#mean(row, match);
    }
    // Only now is it known whom other rows mean: of twins, each of whom stands in the file, neither is asked about.
    for (const [row, alike] of this.#alike) {
      const slots = alike.filter((slot) => !this.#claims.has(slot));
      if (this.#slots[row] !== -1 || this.#fates[row] !== undecided || this.#doubts.has(row) || slots.length === 0) continue;
      this.#doubts.set(row, { slots, problem: problem('looksLike', null, { studentNo: this.#numberOf(slots[0]) }) });
    }
  }

  /** Rows of which somebody said whom they mean do that; the others are refused until somebody does. */
  settleDoubts(): void {
    const { reader, index } = this.#sources;
    for (const [row, doubt] of [...this.#doubts].toSorted(([a], [b]) => a - b)) {
      const decision = this.#decisionOf(row), studentNo = reader.read(row)?.values.studentNo ?? '';
      const isTaken = studentNo !== '' && index.byNumber(studentNo) >= 0;
      if (decision === null) this.#refuse(row, doubt.problem);
      else if (decision === 'new') {
        if (isTaken) this.#unnumbered.push(row);
      } else {
        const slot = index.slotOf(decision);
        this.#mean(row, slot);
        if (isTaken && index.byNumber(studentNo) !== slot) this.#numbers.set(row, this.#numberOf(slot));
      }
    }
  }

  /** A row without a number must not say the same as another row. */
  findRepeated(): void {
    const { reader } = this.#sources;
    const seen = this.#unnumbered.length > 0 ? this.#keysOfNumbered() : new Map<string, number>();
    for (const row of this.#unnumbered) {
      const values = reader.read(row)?.values;
      if (!values || this.#fates[row] !== undecided) continue;
      const key = rowKey(values, reader.nameKey(values));
      const first = seen.get(key);
      if (first !== undefined && first !== row) this.#refuse(row, problem('duplicateLine', null, { line: first + 1 }));
      else seen.set(key, row);
    }
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
        const values = reader.read(row)?.values, number = this.#numbers.get(row);
        const student = known.get(this.#slots[row] ?? -1);
        if (!values || !student) continue;
        const { changes, problems } = compareRow(number === undefined ? values : { ...values, studentNo: number }, student, year);
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
      doubts: this.#doubts,
      decisionOf: (row) => this.#decisionOf(row),
    };
  }

  #decisionOf(row: number): Decision | null {
    const decision = this.#sources.options.decisions[String(row + 1)];
    // Whoever was meant may have been deleted since.
    return decision === undefined || (decision !== 'new' && this.#sources.index.slotOf(decision) < 0) ? null : decision;
  }

  #numberOf(slot: number | undefined): string {
    return slot === undefined ? '' : this.#sources.index.identities[slot]?.studentNo ?? '';
  }

  /** A row means a student, unless an earlier one already does. */
  #mean(row: number, slot: number): void {
    const line = this.#claims.get(slot);
    if (line === undefined) this.#claim(row, slot);
    else this.#refuse(row, problem('duplicateLine', null, { line: line + 1 }));
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
