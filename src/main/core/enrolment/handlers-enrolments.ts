import { RollbookError } from '#contract/errors.ts';
import { countDependents, removeWithDependents } from '../journal/index.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { enrolment } from '../store/schema/index.ts';
import { mustKnowCodes } from './codes.ts';
import { perform, previewOf } from './do-plan.ts';
import { findYear, ownerOf, readDivisionSections, readFactsOf, readSections } from './repo-facts.ts';
import { readDivisionHistory } from './repo-history.ts';
import { readChoices, readCrowded } from './repo-rooms.ts';
import { planEntry, planLeave, planMove } from './rules-plans.ts';
import type { Facts, Stay, StayValues } from './rules-model.ts';
import { placesOnlyIn } from './rules-follow.ts';
import { formerClasses } from './rules-return.ts';
import { later } from './rules-span.ts';
import { weigh } from './rules-weigh.ts';
import { saveEnrolment } from './save-enrolment.ts';

type Ctx = QueryContext | CommandContext;

/** A stay within the caller's scope, with everything dated about its student. */
function needStay(ctx: Ctx, id: string, rev?: number): { facts: Facts; stay: Stay } {
  const facts = readFactsOf(ctx.db, needStudent(ctx, ownerOf(ctx.db, 'enrolment', id)));
  const stay = facts.stays.find((one) => one.id === id);
  if (!stay) throw new RollbookError('notFound');
  if (rev !== undefined && stay.rev !== rev) throw new RollbookError('conflict');
  return { facts, stay };
}

/** A move counts from today at the latest: what lists call the present division must be it. */
function mustNotBeAhead(ctx: Ctx, stay: Stay, date: string): void {
  if (date > later(localDate(ctx.now), stay.entryDate)) throw new RollbookError('invalidInput', { fields: [{ path: 'date', messageKey: 'moveAhead' }] });
}

const explain = (ctx: CommandContext, reason: string | null) => { if (reason) ctx.describe({ reason }); };

/** Entry, moves, leaving and coming back. */
export const enrolmentHandlers: Handlers<Named<'enrolments'>> = {
  'enrolments.save'(ctx, { reason, ...input }) {
    needStudent(ctx, input.studentId);
    if (input.id !== null && ownerOf(ctx.db, 'enrolment', input.id) !== input.studentId) throw new RollbookError('notFound');
    explain(ctx, reason);
    return saveEnrolment(ctx, input);
  },
  'enrolments.dependents'(ctx, input) {
    const { facts, stay } = needStay(ctx, input.id);
    const classes = placesOnlyIn(facts, stay).length;
    return { dependents: [...countDependents(ctx.db, enrolment, input.id), ...(classes > 0 ? [{ entity: 'section_enrolment', count: classes }] : [])] };
  },
  'enrolments.remove'(ctx, input) {
    needStay(ctx, input.id);
    explain(ctx, input.reason);
    removeWithDependents(ctx.db, enrolment, input.id, input.rev);
    return {};
  },
  'enrolments.choices'(ctx, input) {
    const facts = readFactsOf(ctx.db, needStudent(ctx, input.studentId));
    const former = formerClasses(facts, input.yearId, input.level, input.date);
    const own = input.division === null ? [] : readDivisionSections(ctx.db, input.yearId, input.division).filter(({ level }) => level === input.level);
    const ids = [...new Set([...former, ...own.map(({ id }) => id)])];
    const sections = readChoices(ctx.db, { ids }, input.date).map((section) => ({ ...section, former: former.includes(section.id) }));
    const values = { ...entryValues(input, input.date, null, null), division: input.division };
    const chosen = readSections(ctx.db, former.length > 0 ? former : ids);
    const writes = [{ do: 'addStay' as const, values }, ...chosen.map((section) => ({ do: 'addPlace' as const, section, startDate: input.date, endDate: null }))];
    return { sections, isReturn: facts.stays.some(({ yearId }) => yearId === input.yearId), crowded: readCrowded(ctx.db, weigh([{ facts, writes }])) };
  },
  'enrolments.enter'(ctx, input) {
    const facts = readFactsOf(ctx.db, needStudent(ctx, input.studentId));
    const year = findYear(ctx.db, input.yearId);
    if (!year) throw new RollbookError('invalidInput', { fields: [{ path: 'yearId', messageKey: 'required' }] });
    mustKnowCodes(ctx.db, input, undefined);
    explain(ctx, input.reason);
    const values = entryValues(input, input.entryDate, input.entryCode, input.previousSchool);
    const id = perform(ctx, facts, planEntry(facts, values, year, readSections(ctx.db, input.sectionIds)), input);
    return { id: id ?? '', rev: 1 };
  },
  'enrolments.leaving'(ctx, input) {
    const { facts } = needStay(ctx, input.id);
    return previewOf(ctx, facts, planLeave(facts, input.id, input));
  },
  'enrolments.leave'(ctx, input) {
    const { facts, stay } = needStay(ctx, input.id, input.rev);
    mustKnowCodes(ctx.db, { entryCode: null, exitCode: input.exitCode }, stay);
    explain(ctx, input.reason);
    perform(ctx, facts, planLeave(facts, input.id, input), { allowOver: true });
    return { id: stay.id, rev: readFactsOf(ctx.db, facts.studentId).stays.find(({ id }) => id === stay.id)?.rev ?? stay.rev };
  },
  'enrolments.moving'(ctx, input) {
    const { facts, stay } = needStay(ctx, input.id);
    mustNotBeAhead(ctx, stay, input.date);
    return previewOf(ctx, facts, planMove(facts, input.id, input.date, input.division, readDivisionSections(ctx.db, stay.yearId)));
  },
  'enrolments.move'(ctx, input) {
    const { facts, stay } = needStay(ctx, input.id, input.rev);
    mustNotBeAhead(ctx, stay, input.date);
    explain(ctx, input.reason);
    perform(ctx, facts, planMove(facts, input.id, input.date, input.division, readDivisionSections(ctx.db, stay.yearId)), input);
    return { id: stay.id, rev: readFactsOf(ctx.db, facts.studentId).stays.find(({ id }) => id === stay.id)?.rev ?? stay.rev };
  },
  'enrolments.divisions'(ctx, input) {
    needStudent(ctx, input.studentId);
    return { divisions: readDivisionHistory(ctx.db, input.studentId) };
  },
};

function entryValues(input: { yearId: string; level: string; division: string | null }, entryDate: string, entryCode: string | null, previousSchool: string | null): StayValues {
  const { yearId, level, division } = input;
  return { yearId, level, division, entryDate, entryCode, previousSchool, lastAttendedDate: null, exitCode: null, nextSchool: null };
}
