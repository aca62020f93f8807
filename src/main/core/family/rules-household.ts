import type { z } from 'zod';
import type { householdDetails } from '#contract/family.ts';

export type Household = z.output<typeof householdDetails>;

/** A household's address as one line, as a person's own address is written: `Ομήρου 12, 199 01 Ανατολή`. */
export function writeAddress({ address, postalCode, city }: Pick<Household, 'address' | 'postalCode' | 'city'>): string {
  const place = [postalCode, city].filter(Boolean).join(' ');
  return place ? `${address}, ${place}` : address;
}

export interface Membership { id: string; personId: string; startDate: string }
export interface MembershipPlan { ended: Membership[]; joined: string[]; stay: Membership[] }

/** Who leaves, joins and stays when a household is to have exactly these members. */
export function planMembers(present: readonly Membership[], wanted: readonly string[]): MembershipPlan {
  const want = new Set(wanted);
  const here = new Set(present.map(({ personId }) => personId));
  return {
    ended: present.filter(({ personId }) => !want.has(personId)),
    stay: present.filter(({ personId }) => want.has(personId)),
    joined: [...want].filter((personId) => !here.has(personId)),
  };
}
