import { booleanColumn, dateColumn, divisionColumn, levelColumn, numberColumn, percentColumn, studentNameColumns, textColumn, type ExportTable } from './export-column.ts';

const summaryColumns = {
  mean: numberColumn('Μέσος όρος', 'Mean', 11), weightedMean: numberColumn('Σταθμισμένος μέσος όρος', 'Weighted mean', 14, { isExtra: true }), gpa: numberColumn('GPA', 'GPA', 8, { isExtra: true }),
  rank: numberColumn('Σειρά', 'Rank', 8), rankOf: numberColumn('Από σύνολο', 'Rank out of', 10, { isExtra: true }), passed: numberColumn('Επιτυχή μαθήματα', 'Courses passed', 12),
  failing: numberColumn('Κάτω από τη βάση', 'Failing', 12), missing: numberColumn('Λείπουν', 'Missing', 10), honour: textColumn('Διάκριση', 'Honour', 18), yearPassed: booleanColumn('Προάγεται', 'Passed the year'),
} as const;

/** Sheets of marks, results and attendance. */
export const teachingTables = {
  gradebook: {
    el: 'Βαθμολόγιο', en: 'Gradebook', permission: 'grades:draft', isAboutStudents: true,
    columns: {
      ...studentNameColumns, enteredOn: dateColumn('Εισήλθε', 'Entered on', { isExtra: true }), leftOn: dateColumn('Αποχώρησε', 'Left on', { isExtra: true }),
      assessments: numberColumn('Αξιολογήσεις', 'Assessments', 10, { isMany: true }), categories: percentColumn('Κατηγορίες', 'Categories', 12, { isMany: true }),
      percent: percentColumn('Επίδοση έως τώρα', 'So far', 11), covered: percentColumn('Βαθμολογημένο μέρος', 'Part graded', 12, { isExtra: true }), value: numberColumn('Βαθμός έως τώρα', 'Grade so far', 11),
      posted: numberColumn('Βαθμός που καταχωρίστηκε', 'Posted grade', 17),
    },
  },
  attendance: {
    el: 'Απουσιολόγιο', en: 'Attendance sheet', permission: 'attendance:view', isAboutStudents: true,
    columns: {
      ...studentNameColumns, days: textColumn('Ημέρες', 'Days', 5, { isMany: true }),
      membership: numberColumn('Ημέρες που μετρούν', 'Days that count', 10, { isExtra: true }), daysPresent: numberColumn('Παρών', 'Present', 9), daysAbsent: numberColumn('Απών', 'Absent', 9),
      daysExcused: numberColumn('Δικαιολογημένες', 'Excused', 9), daysLate: numberColumn('Καθυστερήσεις', 'Late', 9), daysPartly: numberColumn('Εν μέρει', 'Partly', 9, { isExtra: true }),
      daysUnknown: numberColumn('Δεν πάρθηκαν', 'Not taken', 9, { isExtra: true }), hoursExcused: numberColumn('Ώρες δικαιολογημένες', 'Hours excused', 11),
      hoursUnexcused: numberColumn('Ώρες αδικαιολόγητες', 'Hours unexcused', 11), rate: percentColumn('Ποσοστό φοίτησης', 'Attendance rate', 10),
    },
  },
  classResults: {
    el: 'Βαθμολογία τμήματος', en: 'Results of a division', permission: 'grades:view', isAboutStudents: true,
    columns: { ...studentNameColumns, division: { ...divisionColumn, isExtra: true }, courses: numberColumn('Μαθήματα', 'Courses', 9, { isMany: true }), ...summaryColumns },
  },
  results: {
    el: 'Αποτελέσματα', en: 'Results', permission: 'grades:view', isAboutStudents: true,
    columns: { ...studentNameColumns, level: levelColumn, division: divisionColumn, ...summaryColumns },
  },
  transcript: {
    el: 'Αναλυτική βαθμολογία', en: 'Transcript', permission: 'grades:view', isAboutStudents: true,
    columns: {
      year: textColumn('Σχολικό έτος', 'School year', 12), term: textColumn('Περίοδος', 'Term', 16), level: levelColumn, code: textColumn('Κωδικός', 'Code', 14), title: textColumn('Μάθημα', 'Course', 34),
      credits: numberColumn('Μονάδες', 'Credits', 10), ects: numberColumn('ECTS', 'ECTS', 8, { isExtra: true }), hours: numberColumn('Ώρες', 'Hours', 8, { isExtra: true }), value: numberColumn('Βαθμός', 'Grade', 9),
      grade: textColumn('Χαρακτηρισμός', 'Grade in words', 18), passed: booleanColumn('Επιτυχία', 'Passed'), school: textColumn('Άλλο σχολείο', 'Other school', 26),
    },
  },
  missingGrades: {
    el: 'Βαθμοί που λείπουν', en: 'Missing grades', permission: 'grades:view', isAboutStudents: false,
    columns: {
      section: textColumn('Κωδικός', 'Code', 18), course: textColumn('Μάθημα', 'Course', 30), level: levelColumn, division: divisionColumn, teachers: textColumn('Διδάσκοντες', 'Teachers', 34),
      term: textColumn('Περίοδος', 'Term', 20), students: numberColumn('Μαθητές', 'Students', 10), posted: numberColumn('Με βαθμό', 'Posted', 10),
    },
  },
} as const satisfies Record<string, ExportTable>;
