import type { ErrorCode } from '#contract/errors.ts';
import type { Language } from '#contract/fields.ts';

const el = {
  file: 'Αρχείο', newWindow: 'Νέο παράθυρο', closeWindow: 'Κλείσιμο παραθύρου', quit: 'Έξοδος',
  edit: 'Επεξεργασία', undo: 'Αναίρεση', redo: 'Επανάληψη', cut: 'Αποκοπή', copy: 'Αντιγραφή', paste: 'Επικόλληση',
  selectAll: 'Επιλογή όλων',
  view: 'Προβολή', actualSize: 'Πραγματικό μέγεθος', zoomIn: 'Μεγέθυνση', zoomOut: 'Σμίκρυνση', fullScreen: 'Πλήρης οθόνη',
  unsaved: 'Υπάρχουν αλλαγές που δεν αποθηκεύτηκαν.', unsavedDetail: 'Αν κλείσετε το παράθυρο τώρα, θα χαθούν.',
  stay: 'Παραμονή', leave: 'Κλείσιμο χωρίς αποθήκευση',
  cannotStart: 'Το Rollbook δεν μπορεί να ξεκινήσει',
  startFailed: 'Παρουσιάστηκε απρόσμενο σφάλμα. Οι λεπτομέρειες βρίσκονται στο αρχείο καταγραφής, στον φάκελο δεδομένων:',
  newerFile: 'Τα δεδομένα προέρχονται από νεότερη έκδοση του προγράμματος. Εγκαταστήστε τη νεότερη έκδοση· δεν άλλαξε τίποτα.',
  damagedFile: 'Το αρχείο δεδομένων είναι κατεστραμμένο. Δεν άλλαξε τίποτα· επαναφέρετε ένα αντίγραφο ασφαλείας.',
  wrongKey: 'Το κλειδί δεν ταιριάζει με αυτά τα δεδομένα, ή το αρχείο του διαβάζεται και από άλλους χρήστες. Δεν άλλαξε τίποτα.',
  busy: 'Τα δεδομένα χρησιμοποιούνται ήδη από άλλο πρόγραμμα Rollbook.',
};
/** The few words that the shell itself shows; the page has its own. */
export type Labels = typeof el;

const en: Labels = {
  file: 'File', newWindow: 'New window', closeWindow: 'Close window', quit: 'Quit',
  edit: 'Edit', undo: 'Undo', redo: 'Redo', cut: 'Cut', copy: 'Copy', paste: 'Paste', selectAll: 'Select all',
  view: 'View', actualSize: 'Actual size', zoomIn: 'Zoom in', zoomOut: 'Zoom out', fullScreen: 'Full screen',
  unsaved: 'There are changes that were not saved.', unsavedDetail: 'If you close the window now, they are lost.',
  stay: 'Stay', leave: 'Close without saving',
  cannotStart: 'Rollbook cannot start',
  startFailed: 'Something unexpected went wrong. Details are in the log, in the data folder:',
  newerFile: 'The data comes from a newer version of this program. Install the newer version; nothing was changed.',
  damagedFile: 'The data file is damaged. Nothing was changed; restore a backup.',
  wrongKey: 'The key does not fit this data, or its file can be read by other users. Nothing was changed.',
  busy: 'The data is already in use by another Rollbook program.',
};

const byLanguage: Readonly<Record<Language, Labels>> = { el, en };

/** The labels in a language. */
export function labelsOf(language: Language): Labels {
  return byLanguage[language];
}

/** The program's language for a system locale such as `el-GR`. */
export function languageOf(locale: string): Language {
  return locale.toLowerCase().startsWith('el') ? 'el' : 'en';
}

/** Why the program cannot start, in words. */
export function explainStartFailure(labels: Labels, code: ErrorCode, dataFolder: string): string {
  if (code === 'newerFile' || code === 'damagedFile' || code === 'wrongKey' || code === 'busy') return labels[code];
  return `${labels.startFailed}\n${dataFolder}`;
}
