import { divisionColumn, dateColumn, levelColumn, numberColumn, studentNameColumns, textColumn, type ExportTable } from './export-column.ts';

const courseCode = textColumn('Κωδικός μαθήματος', 'Course code', 14);
const courseName = textColumn('Μάθημα', 'Course', 30);
const teachers = textColumn('Διδάσκοντες', 'Teachers', 34);
const section = textColumn('Κωδικός', 'Code', 18);

/** Lists of what the school teaches, and where. */
export const schoolTables = {
  courses: {
    el: 'Μαθήματα', en: 'Courses', permission: 'structure:view', isAboutStudents: false,
    columns: {
      code: courseCode, nameEl: textColumn('Ονομασία (ελληνικά)', 'Name (Greek)', 32), nameEn: textColumn('Ονομασία (αγγλικά)', 'Name (English)', 32), level: levelColumn,
      department: textColumn('Τομέας', 'Department', 24), weeklyHours: numberColumn('Ώρες την εβδομάδα', 'Hours a week', 12), credits: numberColumn('Διδακτικές μονάδες', 'Credits', 12),
      ects: numberColumn('ECTS', 'ECTS', 8), scale: textColumn('Κλίμακα', 'Scale', 22), sections: numberColumn('Τμήματα', 'Sections', 10, { isExtra: true }),
    },
  },
  sections: {
    el: 'Μαθήματα τμημάτων', en: 'Sections', permission: 'sections:view', isAboutStudents: false,
    columns: {
      code: section, courseCode, course: courseName, level: levelColumn, division: divisionColumn, room: textColumn('Αίθουσα', 'Room', 12), teachers,
      students: numberColumn('Μαθητές', 'Students', 10), capacity: numberColumn('Χωρητικότητα', 'Capacity', 12), lessons: numberColumn('Ώρες στο πρόγραμμα', 'Lessons placed', 12),
      weeklyHours: numberColumn('Ώρες την εβδομάδα', 'Hours a week', 12),
    },
  },
  homerooms: {
    el: 'Τμήματα', en: 'Class divisions', permission: 'structure:view', isAboutStudents: false,
    columns: {
      level: levelColumn, division: divisionColumn, room: textColumn('Αίθουσα', 'Room', 12), students: numberColumn('Μαθητές', 'Students', 10), capacity: numberColumn('Χωρητικότητα', 'Capacity', 12),
      teacher: textColumn('Υπεύθυνος καθηγητής', 'Class teacher', 28),
    },
  },
  roster: {
    el: 'Μαθητές μαθήματος', en: 'Students of a section', permission: 'sections:view', isAboutStudents: true,
    columns: {
      section: textColumn('Μάθημα τμήματος', 'Section', 18), course: { ...courseName, isExtra: true }, ...studentNameColumns, division: divisionColumn,
      startDate: dateColumn('Από', 'From'), endDate: dateColumn('Έως', 'Until'), reason: textColumn('Αιτιολογία', 'Reason', 26),
    },
  },
} as const satisfies Record<string, ExportTable>;
