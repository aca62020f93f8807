import { RollbookError } from '#contract/errors.ts';
import type { MassAction, MassRow, Selection } from '#contract/enrolment.ts';
import type { CommandContext, QueryContext } from '../kernel/context.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needSection } from '../academics/index.ts';
import { isStudentInScope, readStudentIds } from '../people/index.ts';
import { findOpenYear, readSchoolId } from '../settings/index.ts';
import { isCodeKnown } from './repo-codes.ts';
import { lookAhead, mustFit } from './do-plan.ts';
import { findYear, readDivisionSections, readDivisions, readFacts, readSections } from './repo-facts.ts';
import { readArchived, readCustomValues, readMassFields, readNames, writeCustomValue } from './repo-mass.ts';
import { readYearSections } from './repo-sections.ts';
import { readCrowded } from './repo-rooms.ts';
import { carryOut } from './repo-write.ts';
import { checkCustomValue, optionsOf } from './rules-custom.ts';
import { cellsOf, planMass, type MassPlace } from './rules-mass.ts';
import { plan, refuse, type Facts, type Plan, type Write } from './rules-model.ts';
import { stepsOf, weigh } from './rules-weigh.ts';

const batch = 500;
type Ctx = QueryContext | CommandContext;

/** One student's share of an action. `value`: of a field of the school's own, before and after. */
interface Share { facts: Facts; plan: Plan; writes: Write[]; value: { before: { id: string; value: string } | undefined; after: string | null } | null }

/** Who is meant, within the caller's scope: by filter those it leaves, by id all of them or `notFound`. */
function idsOf(ctx: Ctx, selection: Selection): string[] {
  const scope = ctx.rows();
  if ('filter' in selection) return readStudentIds(ctx.db, selection.filter, scope);
  const ids = [...new Set(selection.ids)];
  if (!ids.every((id) => isStudentInScope(ctx.db, id, scope))) throw new RollbookError('notFound');
  return ids;
}

const wrong = (field: string, messageKey: string) => new RollbookError('invalidInput', { fields: [{ path: `action.${field}`, messageKey }] });

function mustBeSound(ctx: Ctx, action: MassAction): void {
  const known = (kind: 'entry' | 'exit', field: string, code: string) => { if (!isCodeKnown(ctx.db, kind, code)) throw wrong(field, 'codeUnknown'); };
  if (action.kind === 'enrol') known('entry', 'entryCode', action.entryCode);
  if (action.kind === 'withdraw') known('exit', 'exitCode', action.exitCode);
  if (action.kind === 'set' && action.field === 'entryCode' && action.value !== null) known('entry', 'value', action.value);
  if (action.kind === 'assign') needSection(ctx, action.sectionId);
  if (action.kind === 'setCustom') {
    const field = readMassFields(ctx.db).find(({ id }) => id === action.fieldId);
    if (!field) throw wrong('fieldId', 'required');
    const problem = checkCustomValue(field, action.value);
    if (problem) throw wrong('value', problem);
  }
}

function placeOf(ctx: Ctx, action: MassAction): MassPlace {
  const today = localDate(ctx.now);
  const yearId = action.kind === 'enrol' ? action.yearId : findOpenYear(ctx.db)?.id;
  const needsClasses = action.kind === 'move' || (action.kind === 'enrol' && action.withSections);
  return {
    today, year: yearId === undefined ? null : findYear(ctx.db, yearId) ?? null,
    sections: yearId !== undefined && needsClasses ? readDivisionSections(ctx.db, yearId) : [],
    section: action.kind === 'assign' ? readSections(ctx.db, [action.sectionId])[0] ?? null : null,
    divisions: action.kind === 'move' && yearId !== undefined ? readDivisions(ctx.db, yearId) : new Set(),
  };
}

/** Plans an action for everybody, in the order of the selection. */
function planAll(ctx: Ctx, ids: readonly string[], action: MassAction): Share[] {
  mustBeSound(ctx, action);
  const place = placeOf(ctx, action);
  const shares: Share[] = [];
  for (let start = 0; start < ids.length; start += batch) {
    ctx.checkCancelled();
    ctx.progress(start, ids.length * 2);
    const chunk = ids.slice(start, start + batch);
    const archived = readArchived(ctx.db, chunk);
    const values = action.kind === 'setCustom' ? readCustomValues(ctx.db, action.fieldId, chunk) : null;
    for (const facts of readFacts(ctx.db, chunk).values()) {
      const before = values?.get(facts.studentId);
      const value = action.kind === 'setCustom' ? { before, after: action.value } : null;
      const own = archived.has(facts.studentId) ? refuse('', 'isArchived') : action.kind === 'setCustom' ? plan([]) : planMass(action, facts, place);
      shares.push({ facts, plan: own, writes: own.refusal ? [] : lookAhead(facts, own, place.today).writes, value: own.refusal ? null : value });
    }
  }
  return shares;
}

const differs = ({ writes, value }: Share) => writes.length > 0 || (value !== null && (value.before?.value ?? null) !== value.after);
const fateOf = (share: Share): MassRow['fate'] => (share.plan.refusal ? 'refused' : differs(share) ? 'change' : 'nothing');
const countsOf = (shares: readonly Share[]) => {
  const counts = { change: 0, nothing: 0, refused: 0 };
  for (const share of shares) counts[fateOf(share)] += 1;
  return counts;
};

/** One action for many students: shown first, then carried out as one change set. */
export const massHandlers: Handlers<Named<'mass'>> = {
  'mass.fields': (ctx) => ({
    fields: readMassFields(ctx.db).map((field) => ({ id: field.id, labelEl: field.labelEl, labelEn: field.labelEn, type: field.type, options: optionsOf(field) })),
  }),
  'mass.sections': (ctx) => ({ sections: readYearSections(ctx.db, findOpenYear(ctx.db)?.id ?? null, ctx.rows()) }),
  'mass.preview'(ctx, { selection, action, fate, offset, limit }) {
    const shares = planAll(ctx, idsOf(ctx, selection), action);
    const counts = countsOf(shares);
    const wanted = fate === null ? shares : shares.filter((share) => fateOf(share) === fate);
    const shown = wanted.slice(offset, offset + limit);
    const names = readNames(ctx.db, shown.map(({ facts }) => facts.studentId));
    return {
      total: wanted.length, counts, crowded: readCrowded(ctx.db, weigh(shares)),
      rows: shown.flatMap((share) => {
        const name = names.get(share.facts.studentId);
        return name ? [{ ...name, ...describe(share) }] : [];
      }),
    };
  },
  'mass.run'(ctx, { selection, action, allowOver, reason }) {
    const shares = planAll(ctx, idsOf(ctx, selection), action);
    mustFit(readCrowded(ctx.db, weigh(shares)), allowOver);
    if (reason) ctx.describe({ reason });
    const orgId = readSchoolId(ctx.db);
    const todo = shares.filter((share) => fateOf(share) === 'change');
    todo.forEach((share, i) => {
      if (i % 50 === 0) {
        ctx.checkCancelled();
        ctx.progress(shares.length + i, shares.length + todo.length);
      }
      carryOut(ctx.db, share.facts, orgId, share.plan.writes);
      if (action.kind === 'setCustom' && share.value) writeCustomValue(ctx.db, action.fieldId, share.facts.studentId, share.value.before, share.value.after);
    });
    return { counts: countsOf(shares), changeSetId: todo.length > 0 ? ctx.stamp.changeSetId : null };
  },
};

function describe(share: Share): Pick<MassRow, 'fate' | 'refusal' | 'params' | 'cells' | 'begins' | 'ends'> {
  const { facts, plan: own, writes, value } = share;
  const steps = stepsOf(facts, writes).filter(({ place }) => place === 'section');
  const cells = value && differs(share) ? [{ field: 'value', before: value.before?.value ?? null, after: value.after }] : cellsOf(facts, own);
  return {
    fate: fateOf(share), refusal: own.refusal?.messageKey ?? null, params: own.refusal?.params ?? {}, cells,
    begins: steps.filter(({ what }) => what === 'begin').length, ends: steps.filter(({ what }) => what !== 'begin').length,
  };
}
