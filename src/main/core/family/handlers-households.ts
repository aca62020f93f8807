import { RollbookError } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { localDate } from '../kernel/dates.ts';
import type { Handlers, Named } from '../kernel/handlers.ts';
import { addDays, changeContact, needStudent, readContacts, readDatedContacts, readGuardians } from '../people/index.ts';
import { household, householdMember } from '../store/schema/index.ts';
import { findHousehold, findMembership, findRelatives, personOf, readMemberships, readPeople } from './repo-households.ts';
import { planMembers, writeAddress } from './rules-household.ts';

type Proposed = Output<'households.get'>['proposed'];

/** Those who live together: one address for all of them, changed once, and the earlier ones kept with their days. */
export const householdHandlers: Handlers<Named<'households'> | Named<'contacts'>> = {
  'contacts.history'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    if (input.guardianId === null) return { contacts: readDatedContacts(ctx.db, personOf(ctx.db, studentId)) };
    const guardian = readGuardians(ctx.db, studentId).find(({ id }) => id === input.guardianId);
    if (!guardian) throw new RollbookError('notFound');
    return { contacts: readDatedContacts(ctx.db, guardian.personId) };
  },
  'households.get'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const scope = ctx.rows();
    const { address, phone } = readContacts(ctx.db, personOf(ctx.db, studentId));
    const home = findHousehold(ctx.db, studentId);
    const since = new Map(home ? readMemberships(ctx.db, home.id).map((member) => [member.personId, member.startDate]) : []);
    const written = home?.address ? writeAddress({ ...home, address: home.address }) : null;
    const members = readPeople(ctx.db, [...since.keys()], scope).map((person) => {
      const own = readContacts(ctx.db, person.personId).address;
      return { ...person, since: since.get(person.personId) ?? '', elsewhere: own !== null && written !== null && own !== written };
    });
    const why = new Map<string, Proposed[number]['why']>();
    for (const relative of findRelatives(ctx.db, studentId)) {
      if (!since.has(relative.personId)) why.set(relative.personId, [...(why.get(relative.personId) ?? []), relative.why]);
    }
    return {
      household: home ? {
        id: home.id, rev: home.rev, since: home.since, members,
        details: home.address === null ? null : { address: home.address, postalCode: home.postalCode, city: home.city, phone: home.phone },
      } : null,
      proposed: readPeople(ctx.db, [...why.keys()], scope).map((person) => ({ ...person, why: why.get(person.personId) ?? [] })),
      address, phone,
    };
  },
  'households.save'(ctx, input) {
    const studentId = needStudent(ctx, input.studentId);
    const scope = ctx.rows();
    const { from, household: details } = input;
    if (from > addDays(localDate(ctx.now), 366)) throw new RollbookError('invalidInput', { fields: [{ path: 'from', messageKey: 'tooFarAhead' }] });
    const home = findHousehold(ctx.db, studentId);
    if ((home?.id ?? null) !== input.id) throw new RollbookError(input.id === null ? 'conflict' : 'notFound');
    if (readPeople(ctx.db, input.personIds, scope).length !== new Set(input.personIds).size) throw new RollbookError('notFound');
    const id = home?.id ?? ctx.db.insert(household, details);
    const rev = home ? ctx.db.update(household, id, details, input.rev) : 1;
    const present = readMemberships(ctx.db, id);
    const visible = new Set(readPeople(ctx.db, present.map(({ personId }) => personId), scope).map(({ personId }) => personId));
    // A member whom the caller cannot see was not left out by choice.
    const unseen = present.filter(({ personId }) => !visible.has(personId));
    const plan = planMembers(present, [...input.personIds, ...unseen.map(({ personId }) => personId)]);
    const end = (memberId: string, startDate: string) => {
      if (startDate >= from) ctx.db.remove(householdMember, memberId);
      else ctx.db.update(householdMember, memberId, { endDate: addDays(from, -1) });
    };
    for (const member of plan.ended) end(member.id, member.startDate);
    for (const personId of plan.joined) {
      const before = findMembership(ctx.db, personId);
      if (before) end(before.id, before.startDate);
      ctx.db.insert(householdMember, { householdId: id, personId, startDate: from });
    }
    const moved = home === undefined || home.address === null || writeAddress({ ...home, address: home.address }) !== writeAddress(details);
    const rung = (home?.phone ?? null) !== details.phone;
    const joined = new Set(plan.joined);
    for (const personId of [...plan.joined, ...plan.stay.map((member) => member.personId)]) {
      if (moved || joined.has(personId)) changeContact(ctx.db, personId, 'address', writeAddress(details), from);
      if (details.phone !== null && (rung || joined.has(personId))) changeContact(ctx.db, personId, 'phone', details.phone, from);
    }
    return { id, rev };
  },
};
