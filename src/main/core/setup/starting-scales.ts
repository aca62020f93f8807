import { greekScale } from './starting-data.ts';

/**
 * The other scales that a school starts with. Each is data: the school changes what it does differently.
 * - percent: thresholds of our own choosing, pass at one half.
 * - letter: the usual American letters in percent (A from 90, pass at D, 60), 4 to 0 points.
 * - gpa: the usual American grade points, where a grade is its own points; pass at D, 1.0.
 * - ects: the letters of the ECTS Users' Guide (A to E pass, FX and F do not); the thresholds in percent are our own, since the guide gives shares of those who pass.
 * - greek10: the characterisations of a Greek degree (Καλώς from 5, Λίαν Καλώς from 6.5, Άριστα from 8.5); pass at 5.
 */
export const otherScales = [
  {
    nameEl: 'Δεκάβαθμη κλίμακα', nameEn: 'Greek scale 0-10', kind: 'greek10', min: 0, max: 10, step: 0.1, passMark: 5,
    bands: [
      { labelEl: 'Ανεπαρκώς', labelEn: 'Insufficient', threshold: 0, gradePoints: 0 }, { labelEl: 'Καλώς', labelEn: 'Good', threshold: 5, gradePoints: 2 },
      { labelEl: 'Λίαν Καλώς', labelEn: 'Very good', threshold: 6.5, gradePoints: 3 }, { labelEl: 'Άριστα', labelEn: 'Excellent', threshold: 8.5, gradePoints: 4 },
    ],
  },
  {
    nameEl: 'Ποσοστό', nameEn: 'Percent', kind: 'percent', min: 0, max: 100, step: 0.1, passMark: 50,
    bands: [
      { labelEl: 'Ανεπαρκώς', labelEn: 'Insufficient', threshold: 0, gradePoints: 0 }, { labelEl: 'Σχεδόν Καλώς', labelEn: 'Sufficient', threshold: 50, gradePoints: 1 },
      { labelEl: 'Καλώς', labelEn: 'Good', threshold: 65, gradePoints: 2 }, { labelEl: 'Λίαν Καλώς', labelEn: 'Very good', threshold: 75, gradePoints: 3 },
      { labelEl: 'Άριστα', labelEn: 'Excellent', threshold: 85, gradePoints: 4 },
    ],
  },
  {
    nameEl: 'Γράμματα A-F', nameEn: 'Letters A-F', kind: 'letter', min: 0, max: 100, step: 1, passMark: 60,
    bands: ([['F', 0, 0], ['D', 60, 1], ['C', 70, 2], ['B', 80, 3], ['A', 90, 4]] as const)
      .map(([label, threshold, gradePoints]) => ({ labelEl: label, labelEn: label, threshold, gradePoints })),
  },
  {
    nameEl: 'GPA 4,0', nameEn: 'GPA 4.0', kind: 'gpa', min: 0, max: 4, step: 0.1, passMark: 1,
    bands: ([['F', 0], ['D', 1], ['D+', 1.3], ['C-', 1.7], ['C', 2], ['C+', 2.3], ['B-', 2.7], ['B', 3], ['B+', 3.3], ['A-', 3.7], ['A', 4]] as const)
      .map(([label, threshold]) => ({ labelEl: label, labelEn: label, threshold, gradePoints: threshold })),
  },
  {
    nameEl: 'ECTS A-F', nameEn: 'ECTS A-F', kind: 'ects', min: 0, max: 100, step: 1, passMark: 50,
    bands: ([['F', 0, 0], ['FX', 40, 0], ['E', 50, 1], ['D', 60, 2], ['C', 70, 3], ['B', 80, 3.5], ['A', 90, 4]] as const)
      .map(([label, threshold, gradePoints]) => ({ labelEl: label, labelEn: label, threshold, gradePoints })),
  },
] as const;

/** Every scale of a new school; the Greek scale 0-20 is the first, and the one used where a course names none. */
export const startingScales = [greekScale, ...otherScales] as const;
