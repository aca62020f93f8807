import type { Crowded, Step } from '#contract/enrolment.ts';
import type { Facts, Write } from './rules-model.ts';

/** How many places begin and end in one class or division, and on which day the first begins. */
export interface Weight { begins: number; ends: number; date: string }
/** Weights by id of the class, and by `yearId level division`. */
export interface Weights { sections: Map<string, Weight>; divisions: Map<string, Weight> }

/** Adds up what plans do to classes and divisions. */
export function weigh(plans: readonly { facts: Facts; writes: readonly Write[] }[]): Weights {
  const weights: Weights = { sections: new Map(), divisions: new Map() };
  const count = (map: Map<string, Weight>, key: string, which: 'begins' | 'ends', date: string) => {
    const weight = map.get(key) ?? { begins: 0, ends: 0, date: '9999-12-31' };
    weight[which] += 1;
    if (which === 'begins' && date < weight.date) weight.date = date;
    map.set(key, weight);
  };
  for (const { facts, writes } of plans) {
    for (const write of writes) {
      if (write.do === 'addPlace') count(weights.sections, write.section.id, 'begins', write.startDate);
      if (write.do === 'addHome') count(weights.divisions, `${write.yearId} ${write.level} ${write.division}`, 'begins', write.startDate);
      if (write.do === 'addStay' && write.values.division !== null) {
        count(weights.divisions, `${write.values.yearId} ${write.values.level} ${write.values.division}`, 'begins', write.values.entryDate);
      }
      if (write.do === 'dropPlace' || (write.do === 'setPlace' && write.values.endDate)) {
        const place = facts.places.find(({ id }) => id === write.id);
        if (place) count(weights.sections, place.section.id, 'ends', '');
      }
    }
  }
  return weights;
}

/** What is over its capacity then, and was made fuller by the plans. `taken` counts those who have a place on the day of the first beginning. */
export function crowdedBy(weights: ReadonlyMap<string, Weight>, rooms: readonly { key: string; name: string; capacity: number | null; taken: number }[], what: Crowded['what']): Crowded[] {
  return rooms.flatMap(({ key, name, capacity, taken }) => {
    const weight = weights.get(key);
    if (!weight || capacity === null || weight.begins === 0) return [];
    const would = taken + weight.begins - weight.ends;
    return would > capacity && weight.begins > weight.ends ? [{ what, name, capacity, would }] : [];
  });
}

/** What a plan does to a student's places, in the order of days, for a preview to say. */
export function stepsOf(facts: Facts, writes: readonly Write[]): Step[] {
  const steps = writes.flatMap((write): Step[] => {
    if (write.do === 'addPlace') return [{ what: 'begin', place: 'section', name: write.section.code, date: write.startDate }];
    if (write.do === 'addHome') return [{ what: 'begin', place: 'division', name: write.division, date: write.startDate }];
    if (write.do === 'setPlace' || write.do === 'dropPlace') {
      const place = facts.places.find(({ id }) => id === write.id);
      return place ? ending(write, 'section', place.section.code, place) : [];
    }
    if (write.do === 'setHome' || write.do === 'dropHome') {
      const home = facts.homes.find(({ id }) => id === write.id);
      return home ? ending(write, 'division', home.division, home) : [];
    }
    return [];
  });
  return steps.sort((a, b) => (a.place === b.place ? 0 : a.place === 'division' ? -1 : 1));
}

function ending(write: Extract<Write, { id: string }>, place: Step['place'], name: string, span: { startDate: string; endDate: string | null }): Step[] {
  if (write.do === 'dropPlace' || write.do === 'dropHome') return [{ what: 'cancel', place, name, date: span.startDate }];
  if (!('endDate' in write.values) || write.values.endDate === span.endDate) return [];
  return write.values.endDate == null ? [{ what: 'begin', place, name, date: span.startDate }] : [{ what: 'end', place, name, date: write.values.endDate }];
}
