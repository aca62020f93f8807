import type { MassAction } from '#contract/enrolment.ts';
import { plan, refuse, type Facts, type Plan, type Section } from './rules-model.ts';
import { planAssign, planEntry, planLeave, planMove } from './rules-plans.ts';
import { covers, later, spanOf, stayOn } from './rules-span.ts';
import type { Year } from './rules-stays.ts';

/** What an action needs to know beside the student. */
export interface MassPlace {
  today: string;
  /** The year of an enrolment, and the classes of the years at hand that belong to a division. */
  year: Year | null;
  sections: readonly Section[];
  /** The class of an assignment. */
  section: Section | null;
  /** `level division` of every division there is. */
  divisions: ReadonlySet<string>;
}

/** What an action would do to one student. The school's own fields are not dated and planned elsewhere. */
export function planMass(action: Exclude<MassAction, { kind: 'setCustom' }>, facts: Facts, place: MassPlace): Plan {
  switch (action.kind) {
    case 'enrol': return planEnrolment(action, facts, place);
    case 'move': {
      const stay = stayOn(facts, action.date);
      if (!stay) return refuse('date', 'notEnrolledThen');
      if (action.date > later(place.today, stay.entryDate)) return refuse('date', 'moveAhead');
      if (!place.divisions.has(`${stay.level} ${action.division}`)) return refuse('division', 'noSuchDivision', { level: stay.level, division: action.division });
      return planMove(facts, stay.id, action.date, action.division, place.sections);
    }
    case 'assign': return place.section ? planAssign(facts, place.section, action.startDate) : refuse('sectionId', 'notFound');
    case 'withdraw': {
      const stay = stayOn(facts, action.lastAttendedDate);
      return stay ? planLeave(facts, stay.id, action) : refuse('lastAttendedDate', 'notEnrolledThen');
    }
    case 'set': return planSet(action, facts, place.today);
  }
}

function planEnrolment(action: Extract<MassAction, { kind: 'enrol' }>, facts: Facts, { year, sections }: MassPlace): Plan {
  if (!year) return refuse('yearId', 'notFound');
  const { yearId, level, division, entryDate, entryCode } = action;
  const known = facts.stays.find((stay) => stay.yearId === yearId && covers(spanOf(stay), entryDate));
  if (known && known.level === level && (division === null || known.division === division)) return plan([]);
  const chosen = action.withSections && division !== null ? sections.filter((section) => section.level === level && section.division === division) : [];
  const values = { yearId, level, division, entryDate, entryCode, previousSchool: null, lastAttendedDate: null, exitCode: null, nextSchool: null };
  return planEntry(facts, values, year, chosen);
}

/** Sets a field of the stay of today, or of the latest one before. */
function planSet({ field, value }: Extract<MassAction, { kind: 'set' }>, facts: Facts, today: string): Plan {
  const stay = stayOn(facts, today) ?? facts.stays.filter(({ entryDate }) => entryDate <= today).at(-1);
  if (!stay) return refuse('field', 'neverEnrolled');
  if (field === 'level') {
    if (value === null) return refuse('value', 'required');
    return plan(stay.level === value ? [] : [{ do: 'setStay', id: stay.id, values: { level: value } }]);
  }
  if (field === 'nextSchool' && value !== null && stay.lastAttendedDate === null) return refuse('field', 'hasNotLeft');
  return plan(stay[field] === value ? [] : [{ do: 'setStay', id: stay.id, values: { [field]: value } }]);
}

/** What differs, for the preview: the fields of the stay, before and after. */
export function cellsOf(facts: Facts, { writes }: Plan): { field: string; before: string | null; after: string | null }[] {
  return writes.flatMap((write) => {
    if (write.do === 'addStay') {
      const { level, division, entryDate, entryCode } = write.values;
      return Object.entries({ level, division, entryDate, entryCode }).filter(([, after]) => after !== null).map(([field, after]) => ({ field, before: null, after }));
    }
    if (write.do === 'setStay') {
      const stay = facts.stays.find(({ id }) => id === write.id);
      return Object.entries(write.values).map(([field, after]) => ({ field, before: readField(stay, field), after: after ?? null })).filter(({ before, after }) => before !== after);
    }
    return [];
  });
}

const readField = (stay: object | undefined, field: string): string | null => {
  const value: unknown = stay && Reflect.get(stay, field);
  return typeof value === 'string' ? value : null;
};
