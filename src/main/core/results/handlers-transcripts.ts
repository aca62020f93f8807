import { RollbookError } from '#contract/errors.ts';
import type { Parsed } from '#contract/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import type { YearRow } from '../settings/index.ts';
import { transcriptLine } from '../store/schema/index.ts';
import { loadClass, needYear, resultsOf } from './read-results.ts';
import { findLine, readLines, readWritten } from './repo-transcripts.ts';
import { planTranscripts, type TranscriptPlan } from './rules-transcript.ts';
import { gradeCells, lineFrom } from './year-lines.ts';

/** As many students without all grades as a preview names. */
const namedStudents = 50;
/** Lines between two looks at whether the job was cancelled. */
const pace = 500;

const hasEnded = (year: YearRow, today: string): boolean => year.status === 'closed' || year.endDate < today;
const countPlan = (students: number, plan: TranscriptPlan) =>
  ({ students, newLines: plan.fresh.length, sameLines: plan.same.length, correctedLines: plan.corrected.length });

/** What the transcripts of a year would come to, with all that was read for it. */
function plan(ctx: Pick<QueryContext | CommandContext, 'db' | 'rows' | 'now'>, input: Parsed<'transcripts.preview'>) {
  const year = needYear(ctx.db, input.yearId);
  const target = { yearId: year.id, level: input.level ?? undefined, division: input.division ?? undefined };
  const loaded = loadClass(ctx.db, target, ctx.rows());
  const results = resultsOf(loaded, null, { today: localDate(ctx.now), among: null });
  const written = readWritten(ctx.db, year.id, results.map(({ pupil }) => pupil.studentId));
  return { year, loaded, students: results.length, plan: planTranscripts(results, written) };
}

function write(ctx: CommandContext, input: Parsed<'transcripts.write'>) {
  const { year, loaded, students, plan: planned } = plan(ctx, input);
  if (!hasEnded(year, localDate(ctx.now))) throw new RollbookError('refused', { messageKey: 'yearNotOver', params: { year: year.label } });
  if (input.reason) ctx.describe({ reason: input.reason });
  const corrected = input.correct ? planned.corrected : [];
  const total = planned.fresh.length + corrected.length;
  const step = (done: number) => {
    if (done % pace !== 0) return;
    ctx.progress(done, total);
    ctx.checkCancelled();
  };
  planned.fresh.forEach((finished, index) => {
    const course = loaded.courses.get(finished.course.courseId);
    if (course) ctx.db.insert(transcriptLine, lineFrom(year, finished, course));
    step(index);
  });
  corrected.forEach((finished, index) => {
    if (finished.written) ctx.db.update(transcriptLine, finished.written.id, gradeCells(finished.course));
    step(planned.fresh.length + index);
  });
  return countPlan(students, planned);
}

/** Transcripts: lines copied at the end of a year, and transferred work of other schools. */
export const transcriptHandlers: Handlers<Named<'transcripts'>> = {
  'transcripts.list'(ctx, input) {
    needStudent(ctx, input.studentId);
    const lines = readLines(ctx.db, input.studentId);
    return { lines: lines.map((line) => ({ ...line, passed: line.passed === null ? null : line.passed === 1, isExternal: line.isExternal === 1 })) };
  },
  'transcripts.save'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    if (input.id === null) return { id: ctx.db.insert(transcriptLine, { studentId, ...input.line, isExternal: true }), rev: 1 };
    const line = findLine(ctx.db, input.id);
    if (line?.studentId !== studentId) throw new RollbookError('notFound');
    if (line.isExternal !== 1) throw new RollbookError('refused', { messageKey: 'lineIsOwn' });
    return { id: input.id, rev: ctx.db.update(transcriptLine, input.id, input.line, input.rev) };
  },
  'transcripts.remove'(ctx, input) {
    const line = findLine(ctx.db, input.id);
    needStudent(ctx, line?.studentId);
    if (line?.isExternal !== 1) throw new RollbookError('refused', { messageKey: 'lineIsOwn' });
    ctx.db.remove(transcriptLine, input.id, input.rev);
    return {};
  },
  'transcripts.preview'(ctx, input) {
    const { year, loaded, students, plan: planned } = plan(ctx, input);
    const byId = new Map(loaded.pupils.map((pupil) => [pupil.studentId, pupil]));
    return {
      ...countPlan(students, planned), hasEnded: hasEnded(year, localDate(ctx.now)), incomplete: planned.incomplete.length,
      missing: planned.incomplete.slice(0, namedStudents).flatMap(({ studentId, courses }) => {
        const pupil = byId.get(studentId);
        if (!pupil) return [];
        const { studentNo, familyEl, givenEl, familyLatin, givenLatin, division } = pupil;
        return [{ studentId, studentNo, familyEl, givenEl, familyLatin, givenLatin, division, courses }];
      }),
    };
  },
  'transcripts.write': write,
};
