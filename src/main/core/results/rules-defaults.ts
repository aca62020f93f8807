import type { ResultRules } from '#contract/results.ts';

/**
 * How results are worked out until the school decides otherwise: the mean of all courses alike to one decimal, as Greek schools write the general mean,
 * and promotion by that mean alone. The marks of honour are our own proposal, to be changed by the school.
 */
export const defaultRules: ResultRules = {
  mean: 'simple', meanDecimals: 1, yearDecimals: 1, mostFailing: null, showRank: true,
  honours: [
    { labelEl: 'Βραβείο', labelEn: 'Prize', kind: 'greek20', minMean: 18.5, minGrade: null, cleanConduct: false, firstOnly: true },
    { labelEl: 'Αριστείο', labelEn: 'Distinction', kind: 'greek20', minMean: 18.5, minGrade: null, cleanConduct: false, firstOnly: false },
    { labelEl: 'Έπαινος', labelEn: 'Commendation', kind: 'greek20', minMean: 17.5, minGrade: 14, cleanConduct: false, firstOnly: false },
  ],
};
