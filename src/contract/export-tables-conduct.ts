import type { highlightKinds, incidentKinds, incidentStatuses, interventionKinds } from './conduct.ts';
import { booleanColumn, both, choiceColumn, dateColumn, divisionColumn, numberColumn, studentNameColumns, textColumn, wordsOf, type ExportTable } from './export-column.ts';

const severities = { 1: both('Ελαφρύ', 'Light'), 2: both('Σοβαρό', 'Serious'), 3: both('Πολύ σοβαρό', 'Very serious') };
const incidentKindWords = wordsOf<(typeof incidentKinds)[number]>({
  behaviour: both('Συμπεριφορά', 'Behaviour'), bullying: both('Εκφοβισμός', 'Bullying'), damage: both('Φθορά', 'Damage'), accident: both('Ατύχημα', 'Accident'), absence: both('Απουσία', 'Absence'), other: both('Άλλο', 'Other'),
});
const incidentStatusWords = wordsOf<(typeof incidentStatuses)[number]>({ open: both('Ανοιχτό', 'Open'), followUp: both('Σε παρακολούθηση', 'Being followed up'), closed: both('Κλειστό', 'Closed') });
const interventionKindWords = wordsOf<(typeof interventionKinds)[number]>({
  support: both('Υποστήριξη', 'Support'), meeting: both('Συνάντηση', 'Meeting'), counselling: both('Συμβουλευτική', 'Counselling'), plan: both('Σχέδιο', 'Plan'), sanction: both('Παιδαγωγικό μέτρο', 'Sanction'), other: both('Άλλο', 'Other'),
});
const highlightKindWords = wordsOf<(typeof highlightKinds)[number]>({
  achievement: both('Επίτευγμα', 'Achievement'), kindness: both('Καλή πράξη', 'Kindness'), effort: both('Προσπάθεια', 'Effort'), award: both('Βραβείο', 'Award'), other: both('Άλλο', 'Other'),
});

/** Lists of how students conduct themselves, and what is done about it. */
export const conductTables = {
  incidents: {
    el: 'Συμβάντα', en: 'Incidents', permission: 'conduct:view', isAboutStudents: true,
    columns: {
      date: dateColumn('Ημερομηνία', 'Date'), time: textColumn('Ώρα', 'Time', 8), kind: choiceColumn('Είδος', 'Kind', 16, incidentKindWords), severity: choiceColumn('Βαρύτητα', 'Severity', 14, severities),
      status: choiceColumn('Κατάσταση', 'State', 18, incidentStatusWords), students: textColumn('Εμπλεκόμενοι', 'Involved', 40), others: numberColumn('Άλλοι μαθητές', 'Other students', 10, { isExtra: true }),
      description: textColumn('Περιγραφή', 'What happened', 60), author: textColumn('Καταγράφηκε από', 'Written down by', 22), days: numberColumn('Ημέρες ανοιχτό', 'Days open', 10),
      followUps: numberColumn('Ενέργειες', 'Steps of follow-up', 10), isSafeguarding: booleanColumn('Προστασία ανηλίκου', 'Safeguarding', { fieldClass: 'safeguarding', isExtra: true }),
    },
  },
  interventions: {
    el: 'Παρεμβάσεις', en: 'Interventions', permission: 'interventions:view', isAboutStudents: true,
    columns: {
      ...studentNameColumns, division: divisionColumn, kind: choiceColumn('Είδος', 'Kind', 18, interventionKindWords), goal: textColumn('Στόχος', 'Goal', 44),
      owner: textColumn('Υπεύθυνος', 'Seen to by', 22), startDate: dateColumn('Έναρξη', 'Start'), reviewDate: dateColumn('Επανεξέταση', 'Review on'), endDate: dateColumn('Λήξη', 'End'),
      outcome: textColumn('Αποτέλεσμα', 'Outcome', 44), followUps: numberColumn('Ενέργειες', 'Steps of follow-up', 10), isDue: booleanColumn('Για επανεξέταση', 'Due for review'),
    },
  },
  highlights: {
    el: 'Διακρίσεις', en: 'Highlights', permission: 'conduct:view', isAboutStudents: true,
    columns: {
      date: dateColumn('Ημερομηνία', 'Date'), ...studentNameColumns, division: divisionColumn, kind: choiceColumn('Είδος', 'Kind', 16, highlightKindWords), text: textColumn('Κείμενο', 'Text', 60),
      author: textColumn('Καταγράφηκε από', 'Written down by', 22),
    },
  },
} as const satisfies Record<string, ExportTable>;
