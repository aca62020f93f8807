import { foldText } from '../../search/rules-fold.ts';
import type { relations, sexes } from '#contract/people.ts';

type Sex = (typeof sexes)[number];
type Relation = (typeof relations)[number];

const sexWords: Record<Sex, string[]> = {
  // Latin a and k are there because Greek capitals are often typed with the keyboard in Latin.
  female: ['θ', 'κ', 'k', 'f', 'w', 'θηλυ', 'θηλυκο', 'κοριτσι', 'γυναικα', 'female', 'girl', 'woman', 'κορ', 'θηλ'],
  male: ['α', 'a', 'm', 'αρρεν', 'αρρενασ', 'αρσενικο', 'αγορι', 'ανδρασ', 'αντρασ', 'male', 'boy', 'man', 'αγ', 'αρρ', 'αρσ'],
  other: ['αλλο', 'other', 'x', 'non-binary', 'nonbinary', 'διαφορετικο'],
};
const relationWords: Record<Relation, string[]> = {
  mother: ['μητερα', 'μανα', 'μαμα', 'μητηρ', 'mother', 'mum', 'mom', 'mam'],
  father: ['πατερασ', 'μπαμπασ', 'πατηρ', 'father', 'dad'],
  grandparent: ['παππουσ', 'γιαγια', 'grandmother', 'grandfather', 'grandparent', 'grandma', 'grandpa', 'παππουσ/γιαγια'],
  sibling: ['αδελφοσ', 'αδερφοσ', 'αδελφη', 'αδερφη', 'brother', 'sister', 'sibling', 'αδελφοσ/αδελφη'],
  guardian: ['κηδεμονασ', 'επιτροποσ', 'γονεασ', 'guardian', 'parent', 'carer', 'legal guardian', 'κηδεμων'],
  other: [],
};

const sexOf = new Map(Object.entries(sexWords).flatMap(([sex, words]) => words.map((word) => [word, sex] as const)));
const relationOf = new Map(Object.entries(relationWords).flatMap(([relation, words]) => words.map((word) => [word, relation] as const)));

/** `Α`, `Θ`, `Αγόρι`, `girl`, `M.` as the contract's word; null when it is none of them. */
export function parseSex(text: string): string | null {
  return sexOf.get(foldText(text).replace(/[.\s]/g, '')) ?? null;
}

/** `Μητέρα`, `Dad` as the contract's word; whatever else stands there is `other`. */
export function parseRelation(text: string): string {
  return relationOf.get(foldText(text).replace(/\.$/, '')) ?? 'other';
}
