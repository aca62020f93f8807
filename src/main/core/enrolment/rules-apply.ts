import type { Facts, Home, Place, Stay, StayValues, Write } from './rules-model.ts';

/** The facts after some writes: what previews show and properties are proved on. `newId` names rows that are added, `toStay` completes a new stay. */
export function applyWrites(facts: Facts, writes: readonly Write[], newId: () => string, toStay: (id: string, values: StayValues) => Stay): Facts {
  const stays = new Map(facts.stays.map((stay) => [stay.id, stay]));
  const homes = new Map(facts.homes.map((home) => [home.id, home]));
  const places = new Map(facts.places.map((place) => [place.id, place]));
  const patch = <T>(rows: Map<string, T>, id: string, values: Partial<T>) => {
    const row = rows.get(id);
    if (row) rows.set(id, { ...row, ...values });
  };
  const add = <T>(rows: Map<string, T>, make: (id: string) => T) => {
    const id = newId();
    rows.set(id, make(id));
  };
  for (const write of writes) {
    switch (write.do) {
      case 'addStay': add(stays, (id) => toStay(id, write.values)); break;
      case 'setStay': patch<Stay>(stays, write.id, write.values); break;
      case 'addHome': add(homes, (id): Home => ({ ...write, id })); break;
      case 'setHome': patch<Home>(homes, write.id, write.values); break;
      case 'dropHome': homes.delete(write.id); break;
      case 'addPlace': add(places, (id): Place => ({ ...write, id, reason: null })); break;
      case 'setPlace': patch<Place>(places, write.id, write.values); break;
      case 'dropPlace': places.delete(write.id); break;
    }
  }
  return { ...facts, stays: [...stays.values()], homes: [...homes.values()], places: [...places.values()] };
}
