import { RollbookError } from '#contract/errors.ts';
import { needSection } from '../academics/index.ts';
import type { CommandContext } from '../kernel/context.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { needStudent } from '../people/index.ts';
import { readSchoolId } from '../settings/index.ts';
import { mustBePossible, mustFit, perform } from './do-plan.ts';
import { ownerOf, readDivisionSections, readFacts, readFactsOf, readSections } from './repo-facts.ts';
import { readPlacesOf } from './repo-history.ts';
import { readInDivision, readPlacesIn, readSectionCapacity } from './repo-places.ts';
import { readChoices, readCrowded } from './repo-rooms.ts';
import { carryOut } from './repo-write.ts';
import { applyWrites } from './rules-apply.ts';
import type { Facts, Place, Section, Write } from './rules-model.ts';
import { planAssign, planEndPlace, planMovePlace } from './rules-plans.ts';
import { weigh } from './rules-weigh.ts';

const explain = (ctx: CommandContext, reason: string | null) => { if (reason) ctx.describe({ reason }); };

function needClass(ctx: CommandContext, id: string): Section {
  const [section] = readSections(ctx.db, [needSection(ctx, id)]);
  if (!section) throw new RollbookError('notFound');
  return section;
}

/** A place within the caller's scope, with everything dated about its student. */
function needPlace(ctx: CommandContext, id: string, rev: number): { facts: Facts; place: Place } {
  const facts = readFactsOf(ctx.db, needStudent(ctx, ownerOf(ctx.db, 'section_enrolment', id)));
  const place = facts.places.find((one) => one.id === id);
  if (!place) throw new RollbookError('notFound');
  needSection(ctx, place.section.id);
  const stored = readPlacesOf(ctx.db, facts.studentId).find((one) => one.id === id);
  if (stored?.rev !== rev) throw new RollbookError('conflict');
  return { facts, place };
}

/** Students' places in classes. */
export const placeHandlers: Handlers<Named<'places'>> = {
  'places.inSection'(ctx, input) {
    needSection(ctx, input.sectionId);
    return { capacity: readSectionCapacity(ctx.db, input.sectionId), rows: readPlacesIn(ctx.db, input.sectionId, input.date, ctx.rows()) };
  },
  'places.targets'(ctx, input) {
    needSection(ctx, input.sectionId);
    return { sections: readChoices(ctx.db, { othersOf: input.sectionId }, input.date) };
  },
  'places.ofStudent'(ctx, input) {
    needStudent(ctx, input.studentId);
    return { places: readPlacesOf(ctx.db, input.studentId) };
  },
  'places.add'(ctx, input) {
    const section = needClass(ctx, input.sectionId);
    explain(ctx, input.reason);
    const ids = [...new Set(input.studentIds)];
    for (const id of ids) needStudent(ctx, id);
    const plans = [...readFacts(ctx.db, ids).values()].map((facts) => ({ facts, plan: planAssign(facts, section, input.startDate) }));
    for (const { plan } of plans) mustBePossible(plan);
    mustFit(readCrowded(ctx.db, weigh(plans.map(({ facts, plan }) => ({ facts, writes: plan.writes })))), input.allowOver);
    const orgId = readSchoolId(ctx.db);
    for (const { facts, plan } of plans) carryOut(ctx.db, facts, orgId, plan.writes);
    return { added: plans.filter(({ plan }) => plan.writes.length > 0).length };
  },
  'places.end'(ctx, input) {
    const { facts, place } = needPlace(ctx, input.id, input.rev);
    explain(ctx, input.reason);
    perform(ctx, facts, planEndPlace(facts, place, input.endDate, input.why), { allowOver: true });
    return {};
  },
  'places.move'(ctx, input) {
    const { facts, place } = needPlace(ctx, input.id, input.rev);
    explain(ctx, input.reason);
    perform(ctx, facts, planMovePlace(place, needClass(ctx, input.sectionId), input.date), input);
    return { id: readFactsOf(ctx.db, facts.studentId).places.findLast(({ section }) => section.id === input.sectionId)?.id ?? input.id };
  },
  'places.fillDivision'(ctx, input) {
    explain(ctx, input.reason);
    const sections = readDivisionSections(ctx.db, input.yearId, input.division).filter(({ level }) => level === input.level);
    const outlooks = [...readFacts(ctx.db, readInDivision(ctx.db, input, input.startDate)).values()].map((facts) => ({ facts, writes: fill(facts, sections, input.startDate) }));
    mustFit(readCrowded(ctx.db, weigh(outlooks)), input.allowOver);
    const orgId = readSchoolId(ctx.db);
    for (const { facts, writes } of outlooks) carryOut(ctx.db, facts, orgId, writes);
    const added = outlooks.flatMap(({ writes }) => writes).length;
    return { students: outlooks.filter(({ writes }) => writes.length > 0).length, added };
  },
};

/** A place in each class whose course the student does not take yet. */
function fill(facts: Facts, sections: readonly Section[], startDate: string): Write[] {
  let now = facts;
  let count = 0;
  const writes: Write[] = [];
  for (const section of sections) {
    const { writes: own } = planAssign(now, section, startDate);
    now = applyWrites(now, own, () => `new${(count += 1)}`, () => { throw new Error('a class makes no stay'); });
    writes.push(...own);
  }
  return writes;
}
