import { useCallback, useMemo, useRef, useState } from 'react';
import type { Gradebook, Score } from '#contract/grading-parts.ts';
import type { Input } from '#contract/index.ts';
import { call, queryClient, queryKeyOf, reportFailure, toFailure } from '../../../client/index.ts';
import { readCell, sameCell, type CellValue } from './rules-cell.ts';

/** A cell that is not in the records yet: on its way, refused, or overtaken by somebody else. What was typed is never lost. */
export interface Draft {
  text: string; cell: CellValue | null; comment?: string | null;
  /** The rev of what the writer saw; 0 for an empty cell. */
  base: number;
  status: 'waiting' | 'sent' | 'invalid' | 'conflict' | 'failed';
  problem?: string;
}
export interface Change {
  assessmentId: string; studentId: string; text: string; comment?: string | null;
  /** The rev that stood there when writing began; left out: the one that stands there now. */
  base?: number;
}
export const keyOf = (assessmentId: string, studentId: string): string => `${assessmentId} ${studentId}`;

/** The scores of an open gradebook with what is on its way: entered at once, saved behind, one change set for each entry or paste. */
export function useScores(book: Gradebook, input: Input<'gradebook.get'>, reason: string | null) {
  const drafts = useRef(new Map<string, Draft>());
  const sending = useRef(false);
  const [version, setVersion] = useState(0);
  const redraw = useCallback(() => setVersion((before) => before + 1), []);
  const scores = useMemo(() => new Map(book.scores.map((score) => [keyOf(score.assessmentId, score.studentId), score])), [book.scores]);
  const latest = useRef({ book, input, reason, scores });
  latest.current = { book, input, reason, scores };
  const again = useRef<() => void>(() => undefined);

  const send = useCallback(async (): Promise<void> => {
    if (sending.current) return;
    const batch = [...drafts.current].filter(([, draft]) => draft.status === 'waiting');
    const { book: { section, termId }, input: asked, reason: why } = latest.current;
    if (batch.length === 0 || termId === null) return;
    sending.current = true;
    const sent = batch.map(([key, draft]) => [key, { ...draft, status: 'sent' as const }] as const);
    for (const [key, draft] of sent) drafts.current.set(key, draft);
    redraw();
    const cells = sent.map(([key, { cell, comment, base }]) => {
      const [assessmentId = '', studentId = ''] = key.split(' ');
      return { assessmentId, studentId, rev: base, state: cell?.state ?? null, value: cell?.value ?? null, ...(comment === undefined ? {} : { comment }) };
    });
    try {
      const { revs, results } = await call('gradebook.saveScores', { sectionId: section.id, termId, cells, reason: why }, { quiet: cells.length === 1 });
      await queryClient.cancelQueries({ queryKey: queryKeyOf('gradebook.get', asked) });
      queryClient.setQueryData<Gradebook>(queryKeyOf('gradebook.get', asked), (old) => old && patch(old, cells, revs, results));
      sent.forEach(([key, draft], index) => {
        const now = drafts.current.get(key);
        if (now === draft) drafts.current.delete(key);
        // Typed over while it was on its way: the next one stands on what has just been saved.
        else if (now) drafts.current.set(key, { ...now, base: revs[index] ?? 0 });
      });
    } catch (error) {
      settle(drafts.current, sent, error);
      void queryClient.invalidateQueries({ queryKey: queryKeyOf('gradebook.get', asked) });
    } finally {
      sending.current = false;
      redraw();
    }
    again.current();
  }, [redraw]);
  again.current = () => void send();

  const enter = useCallback((changes: readonly Change[]) => {
    const { book: now, scores: known } = latest.current;
    for (const { assessmentId, studentId, text, comment, base: begun } of changes) {
      const key = keyOf(assessmentId, studentId);
      const before = drafts.current.get(key);
      const score = known.get(key);
      const max = now.assessments.find(({ id }) => id === assessmentId)?.maxScore ?? 0;
      const typed = readCell(text, max);
      const base = before?.base ?? begun ?? score?.rev ?? 0;
      if (!typed.ok) drafts.current.set(key, { text, cell: null, base, status: 'invalid', problem: typed.problem });
      else if (!before && comment === undefined && sameCell(typed.cell, score)) continue;
      else drafts.current.set(key, { text, cell: typed.cell, base, status: 'waiting', ...(comment === undefined ? {} : { comment }) });
    }
    redraw();
    void send();
  }, [redraw, send]);

  /** Gives a draft up: the cell shows what is in the records. */
  const drop = useCallback((key: string) => {
    if (drafts.current.get(key)?.status === 'sent') return;
    drafts.current.delete(key);
    redraw();
  }, [redraw]);
  /** Sends a refused draft again, over what stands there now. */
  const insist = useCallback((keys: readonly string[]) => {
    for (const key of keys) {
      const draft = drafts.current.get(key);
      if (draft && draft.cell) drafts.current.set(key, { ...draft, status: 'waiting', base: draft.status === 'conflict' ? (latest.current.scores.get(key)?.rev ?? 0) : draft.base });
    }
    redraw();
    void send();
  }, [redraw, send]);

  return { scores, drafts: drafts.current, version, enter, drop, insist };
}
export type Scores = ReturnType<typeof useScores>;

type Sent = readonly (readonly [string, Draft])[];

/** After a refusal: the cells that it names are marked, the rest go again; a failure of another kind keeps all of them. */
function settle(drafts: Map<string, Draft>, sent: Sent, error: unknown): void {
  const failure = toFailure(error);
  const named = new Map((failure.fields ?? []).map(({ path, messageKey }) => [Number(path.split('.')[1]), messageKey]));
  const isNamed = named.size > 0 && (failure.code === 'conflict' || failure.code === 'invalidInput');
  sent.forEach(([key, draft], index) => {
    if (drafts.get(key) !== draft) return;
    const problem = named.get(index);
    if (!isNamed) drafts.set(key, { ...draft, status: 'failed' });
    else if (problem === undefined) drafts.set(key, { ...draft, status: 'waiting' });
    else drafts.set(key, { ...draft, status: failure.code === 'conflict' ? 'conflict' : 'invalid', problem });
  });
  if (!isNamed) reportFailure(error);
}

function patch(old: Gradebook, cells: Input<'gradebook.saveScores'>['cells'], revs: readonly number[], results: Gradebook['results']): Gradebook {
  const scores = new Map(old.scores.map((score) => [keyOf(score.assessmentId, score.studentId), score]));
  cells.forEach(({ assessmentId, studentId, state, value, comment }, index) => {
    const key = keyOf(assessmentId, studentId);
    if (state === null) scores.delete(key);
    else {
      const kept: Score['comment'] = comment === undefined ? (scores.get(key)?.comment ?? null) : (comment || null);
      scores.set(key, { assessmentId, studentId, rev: revs[index] ?? 0, state, value: value ?? null, comment: kept });
    }
  });
  const changed = new Map(results.map((result) => [result.studentId, result]));
  return { ...old, scores: [...scores.values()], results: old.results.map((result) => changed.get(result.studentId) ?? result) };
}
