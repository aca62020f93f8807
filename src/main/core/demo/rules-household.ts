import { familyNames, foreignFamilyNames } from './names-family.ts';
import { boysNames, foreignNames, girlsNames, type GivenName } from './names-given.ts';
import { inventAddress, inventMobile, inventPhone } from './rules-contact.ts';
import { feminineFamily } from './rules-family-name.ts';
import type { Random } from './rules-random.ts';

export type Sex = 'female' | 'male';

/** An adult who answers for the children of a household. */
export interface GuardianPlan {
  familyEl: string; givenEl: string; sex: Sex; relation: 'mother' | 'father' | 'grandparent';
  mobile: string; email: string | null; custody: boolean; noContact: boolean;
}

/** A home that children share: the parents' names, the address, the landline, the guardians in the order in which they are called. */
export interface HouseholdPlan {
  /** The family name in the masculine and in the feminine. */
  family: Record<Sex, string>;
  isForeign: boolean;
  fatherEl: string; motherEl: string;
  address: string; phone: string | null;
  guardians: readonly GuardianPlan[];
}

/** The names that children of a household get. */
export function namesFor(household: Pick<HouseholdPlan, 'isForeign'>, sex: Sex): readonly GivenName[] {
  if (household.isForeign) return sex === 'male' ? foreignNames.boys : foreignNames.girls;
  return sex === 'male' ? boysNames : girlsNames;
}

type Mailbox = (family: string, given: string) => string;

/** Invents a household. Mothers keep the family name they were born with, as Greek law has it. */
export function inventHousehold(random: Random, mailbox: Mailbox): HouseholdPlan {
  const isForeign = random.chance(0.05);
  const [father, mother] = isForeign
    ? [random.pick(foreignFamilyNames), random.pick(foreignFamilyNames)]
    : [random.pickCommon(familyNames), feminineFamily(random.pickCommon(familyNames))];
  const fatherEl = random.pickCommon(namesFor({ isForeign }, 'male')).formal;
  const motherEl = random.pickCommon(namesFor({ isForeign }, 'female')).formal;
  const adult = (familyEl: string, givenEl: string, sex: Sex, relation: GuardianPlan['relation']): GuardianPlan => ({
    familyEl, givenEl, sex, relation, mobile: inventMobile(random), custody: true, noContact: false,
    email: random.chance(0.75) ? mailbox(familyEl, givenEl) : null,
  });
  const both = [adult(mother, motherEl, 'female', 'mother'), adult(father, fatherEl, 'male', 'father')];
  return {
    family: { male: father, female: isForeign ? father : feminineFamily(father) }, isForeign, fatherEl, motherEl,
    address: inventAddress(random), phone: random.chance(0.7) ? inventPhone(random) : null,
    guardians: chooseGuardians(random, both, () => adult(mother, random.pickCommon(girlsNames).formal, 'female', 'grandparent')),
  };
}

function chooseGuardians(random: Random, both: GuardianPlan[], grandmother: () => GuardianPlan): GuardianPlan[] {
  const [mother, father] = both;
  const kind = random.next();
  if (kind < 0.78 || !mother || !father) return both;
  if (kind < 0.88) return [mother];
  if (kind < 0.91) return [father];
  if (kind < 0.96) return [...both, grandmother()];
  if (kind < 0.99) return [mother, { ...father, custody: false }];
  return [mother, { ...father, custody: false, noContact: true }];
}
