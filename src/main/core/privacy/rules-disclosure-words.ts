import type { DisclosureBasis } from '#contract/disclosures.ts';
import type { Language } from '#contract/fields.ts';

/** On what ground something was told, as files write it. */
export const basisWords: Record<Language, Record<DisclosureBasis, string>> = {
  el: {
    consent: 'Συγκατάθεση', law: 'Υποχρέωση από τον νόμο', court: 'Δικαστική ή εισαγγελική εντολή', emergency: 'Επείγουσα ανάγκη', school: 'Λειτουργία του σχολείου',
    directory: 'Κατάλογος μαθητών',
  },
  en: { consent: 'Consent', law: 'Required by law', court: 'Order of a court or prosecutor', emergency: 'Emergency', school: 'Running the school', directory: 'Directory of students' },
};

/** The columns of the log as a file, and what it is called. */
export const disclosureLabels: Record<Language, { file: string; date: string; recipient: string; purpose: string; basis: string; content: string; note: string; studentNo: string; name: string }> = {
  el: { file: 'Κοινοποιήσεις', date: 'Ημερομηνία', recipient: 'Αποδέκτης', purpose: 'Σκοπός', basis: 'Βάση', content: 'Τι κοινοποιήθηκε', note: 'Σημείωση', studentNo: 'Αριθμός μητρώου', name: 'Μαθητής' },
  en: { file: 'Disclosures', date: 'Date', recipient: 'Recipient', purpose: 'Purpose', basis: 'Ground', content: 'What was disclosed', note: 'Note', studentNo: 'Student number', name: 'Student' },
};

/** How the log calls a list that the program has made. */
export const listContent = (language: Language, title: string, columns: readonly string[] = []): string => {
  const words = language === 'el' ? `Κατάλογος μαθητών: ${title}` : `List of students: ${title}`;
  return (columns.length === 0 ? words : `${words} (${columns.join(', ')})`).slice(0, 500);
};
