import { gradingDefault } from '../setup/starting-data.ts';
import { gradingCategory, gradingScheme } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import { createPlanter } from './planter.ts';
import { addDays } from './rules-dates.ts';

/** Writes the school's way of grading; returns the keys of its categories: tests, short tests, homework. Their keys count from a day of their own, so that no other key shifts. */
export function plantGrading(db: Writer, today: string): string[] {
  const { plant } = createPlanter(db, addDays(today, -1));
  const { categories, ...scheme } = gradingDefault;
  const schemeId = plant(gradingScheme, { version: 1, ...scheme });
  return categories.map((category, position) => plant(gradingCategory, { schemeId, ...category, position }));
}

const remarks = ['Πολύ καλή προσπάθεια.', 'Να ξαναδεί τις ασκήσεις της ενότητας.', 'Παρέδωσε χωρίς τα σχήματα.', 'Σαφής βελτίωση.'];
/** Of how many marks one has a remark. */
const remarkEvery = 83;

/** What the teacher wrote to the mark with this number; most have nothing. */
export const remarkOf = (number: number): string | null => (number % remarkEvery === 0 ? remarks[(number / remarkEvery) % remarks.length] ?? null : null);
