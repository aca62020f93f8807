import { RollbookError } from '#contract/errors.ts';
import type { Parsed } from '#contract/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { postedGrade } from '../store/schema/index.ts';
import { explain } from './explain.ts';
import { computeStandings, readLedger, type Ledger } from './load-gradebook.ts';
import { readAbsences, readPosted } from './repo-grades.ts';
import { readScores } from './repo-scores.ts';
import type { TermRow } from './repo-sections.ts';
import { absencePenalty, countAbsences, postingState, propose } from './rules-posting.ts';
import { toNumber, zero } from './rules-ratio.ts';
import { isOnScale } from './rules-scale.ts';

type Wanted = Parsed<'grades.post'>['grades'][number];
interface Row { studentId: string; percent: number | null; covered: number; computed: number | null; absences: number; penalty: number; proposed: number | null; posted: number | null }

/** A ledger with its term: there is nothing to post without one. */
export type TermLedger = Ledger & { term: TermRow };

/** Reads the ledger of a term that grades are posted for. */
export function readTermLedger(ctx: QueryContext | CommandContext, sectionId: string, termId: string): TermLedger {
  const ledger = readLedger(ctx, sectionId, termId);
  if (!ledger.term) throw new RollbookError('notFound');
  return { ...ledger, term: ledger.term };
}

/** What posting would write for every student of a section's term. The penalty is taken from terms with work of their own only: a parent's parts have had theirs. */
export function proposeGrades(db: QueryContext['db'], ledger: TermLedger): Row[] {
  const { section, term, scale, resolved: { scheme } } = ledger;
  const posted = new Map(readPosted(db, section.id, term.id).map(({ studentId, value }) => [studentId, value]));
  const rule = { perAbsence: scheme?.penaltyPerAbsence ?? null, cap: scheme?.penaltyCap ?? null };
  const isPenalised = rule.perAbsence !== null && ledger.parts.length === 0;
  return computeStandings(db, ledger, null, readScores(db, section.id, term.id)).map(({ studentId, percent, covered }) => {
    const absences = isPenalised ? countAbsences(readAbsences(db, studentId, section.id, term.startDate, term.endDate)) : 0;
    const proposal = percent && propose(percent, isPenalised ? absencePenalty(rule, absences) : zero, scale);
    return {
      studentId, percent: percent && toNumber(percent), covered: toNumber(covered), computed: proposal?.computed ?? null, absences,
      penalty: proposal ? toNumber(proposal.penalty) : 0, proposed: proposal?.proposed ?? null, posted: posted.get(studentId) ?? null,
    };
  });
}

function checkGrade(wanted: Wanted, index: number, row: Row | undefined, scale: Ledger['scale']): Row {
  const wrong = (messageKey: string) => new RollbookError('invalidInput', { fields: [{ path: `grades.${index}.value`, messageKey }] });
  if (!row) throw new RollbookError('notFound');
  if (row.posted !== null) throw new RollbookError('refused', { messageKey: 'alreadyPosted' });
  if (row.computed !== wanted.computed) throw new RollbookError('conflict', { messageKey: 'gradesChanged' });
  if (!isOnScale(wanted.value, scale)) throw wrong('notOnScale');
  if (wanted.value !== row.proposed && wanted.reason === null) throw wrong('overrideReason');
  return row;
}

/** Writes the grades of a section's term, each with what it was computed from; a difference from the proposal is an override with its reason. */
export function postGrades(ctx: CommandContext, ledger: TermLedger, grades: readonly Wanted[]): number {
  const { section, term, scale, resolved: { scheme } } = ledger;
  const rows = new Map(proposeGrades(ctx.db, ledger).map((row) => [row.studentId, row]));
  if (new Set(grades.map(({ studentId }) => studentId)).size < grades.length) throw new RollbookError('refused', { messageKey: 'alreadyPosted' });
  grades.forEach((wanted, index) => {
    const row = checkGrade(wanted, index, rows.get(wanted.studentId), scale);
    const { scale: _scale, ...inputs } = explain(ctx.db, ledger, wanted.studentId);
    const isOverride = wanted.value !== row.proposed;
    ctx.db.insert(postedGrade, {
      sectionId: section.id, termId: term.id, studentId: wanted.studentId, scaleId: scale.id, value: wanted.value,
      computed: row.computed, penalty: row.penalty, isOverride, reason: isOverride ? wanted.reason : null,
      schemeId: scheme?.id ?? null, schemeVersion: scheme?.version ?? null, inputs: JSON.stringify({ ...inputs, absences: row.absences }),
    });
  });
  return grades.length;
}

/** Refuses to post on a day on which the term does not take grades. `late`: the office does it, after or before the window; a lock holds for everybody. */
export function needWindow({ term, today }: TermLedger, late: boolean): void {
  const state = postingState(term, today);
  if (state === 'locked') throw new RollbookError('refused', { messageKey: 'termLocked' });
  if (state !== 'open' && !late) throw new RollbookError('refused', { messageKey: 'postingClosed' });
}
