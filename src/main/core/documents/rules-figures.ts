import type { DocumentLanguage } from './rules-class-list.ts';

/** A scale as a document needs it: its step for writing, its bands from the lowest threshold up. */
export interface DocumentScale { id: string; kind: string; step: number; max: number; passMark: number; bands: readonly { labelEl: string; labelEn: string; threshold: number; gradePoints: number | null }[] }
export interface WeightedGrade { value: number; scaleId: string; credits: number | null }

/** Rounds half up, once, to so many decimals. */
export function roundHalfUp(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  // The nudge takes back what binary fractions lose: 9.45 * 10 is 94.4999…
  return Math.floor(value * factor + 0.5 + 1e-9) / factor;
}

/** A number as people of the language write it, without needless zeros; at most `decimals`. */
export function writeNumber(value: number, language: DocumentLanguage, decimals = 1): string {
  const text = String(roundHalfUp(value, decimals));
  return language === 'el' ? text.replace('.', ',') : text;
}

/** The band of a scale in which a grade lies, as it is printed: 16.05 stands as 16.1 and is judged as that. */
export function bandOf(scale: DocumentScale | undefined, value: number): DocumentScale['bands'][number] | undefined {
  return scale?.bands.findLast(({ threshold }) => threshold <= roundHalfUp(value, 1));
}

/** A band's word in a language. */
export function bandWord(scale: DocumentScale | undefined, value: number, language: DocumentLanguage): string {
  const band = bandOf(scale, value);
  return (language === 'el' ? band?.labelEl : band?.labelEn) ?? '';
}

/** The mean of grades that are all on one scale, each course counting once; null where there is none or the scales differ. */
export function meanOf(grades: readonly WeightedGrade[]): { value: number; scaleId: string } | null {
  const scaleId = grades[0]?.scaleId;
  if (scaleId === undefined || grades.some((grade) => grade.scaleId !== scaleId)) return null;
  return { value: grades.reduce((sum, { value }) => sum + value, 0) / grades.length, scaleId };
}

/** Grade points weighted by credits (courses without credits count as 1); null unless every grade's band has points. */
export function gpaOf(grades: readonly WeightedGrade[], scales: ReadonlyMap<string, DocumentScale>): number | null {
  let points = 0, weights = 0;
  for (const grade of grades) {
    const gradePoints = bandOf(scales.get(grade.scaleId), grade.value)?.gradePoints;
    if (gradePoints == null) return null;
    points += gradePoints * (grade.credits ?? 1);
    weights += grade.credits ?? 1;
  }
  return weights > 0 ? points / weights : null;
}

/** Rank by falling mean; equal means (as printed, to one decimal) share the better rank, and the next rank counts them. */
export function ranksOf(means: ReadonlyMap<string, number>): Map<string, number> {
  const printed = [...means].map(([id, mean]) => ({ id, mean: roundHalfUp(mean, 1) })).toSorted((a, b) => b.mean - a.mean);
  const ranks = new Map<string, number>();
  printed.forEach(({ id, mean }, index) => {
    const before = printed[index - 1];
    ranks.set(id, before?.mean === mean ? ranks.get(before.id) ?? index + 1 : index + 1);
  });
  return ranks;
}

/** The first letters of given and family name, `Ε.Π.` */
export function initialsOf(givenEl: string, familyEl: string): string {
  return [givenEl, familyEl].map((name) => `${[...name.trim()][0] ?? ''}.`.normalize('NFD').replaceAll(/\p{M}/gu, '').toUpperCase()).join('');
}
