import { greekToLatin } from '#contract/transliterate.ts';
import { familyNames } from '../../src/main/core/demo/names-family.ts';
import { boysNames, girlsNames } from '../../src/main/core/demo/names-given.ts';
import { feminineFamily } from '../../src/main/core/demo/rules-family-name.ts';
import type { Random } from '../../src/main/core/demo/rules-random.ts';

export interface Names {
  sex: 'female' | 'male';
  familyEl: string; givenEl: string; familyLatin: string; givenLatin: string; fatherEl: string; motherEl: string;
}

const prefixes = ['Χατζη', 'Παπα', 'Καρα', 'Κοντο', 'Μαυρο'];

/** A family name; prefixes make of 140 names the several hundred that 50,000 people have. */
function inventFamily(random: Random): string {
  const name = random.pickCommon(familyNames);
  return random.chance(0.6) || name.startsWith('Παπα') || name.startsWith('Χατζη') ? name : `${random.pick(prefixes)}${name.toLowerCase()}`;
}

/** Names of a person, in both scripts. */
export function inventNames(random: Random): Names {
  const sex = random.chance(0.5) ? 'female' : 'male';
  const family = inventFamily(random);
  const familyEl = sex === 'female' ? feminineFamily(family) : family;
  const givenEl = random.pickCommon(sex === 'female' ? girlsNames : boysNames).formal;
  return {
    sex, familyEl, givenEl, familyLatin: greekToLatin(familyEl), givenLatin: greekToLatin(givenEl),
    fatherEl: random.pickCommon(boysNames).formal, motherEl: random.pickCommon(girlsNames).formal,
  };
}
