import { disclosure, disclosureStudent, legalHold, student } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import type { Planter } from './planter.ts';
import type { PlantedStudent } from './plant-students.ts';
import { addDays } from './rules-dates.ts';

/** Told so many days ago, about so many students. */
const stories = [
  { days: 6, students: 24, recipient: 'Μουσείο Ακρόπολης', purpose: 'Εκπαιδευτική επίσκεψη', basis: 'school', content: 'Ονόματα και τμήματα όσων συμμετέχουν', note: null },
  { days: 19, students: 1, recipient: '2ο Γενικό Λύκειο Πειραιά', purpose: 'Μετεγγραφή', basis: 'law', content: 'Αποδεικτικό μετεγγραφής και φάκελος μαθητή', note: 'Διαβιβάστηκε με αρ. πρωτ. 312' },
  { days: 33, students: 1, recipient: 'Εισαγγελία Ανηλίκων', purpose: 'Προκαταρκτική εξέταση', basis: 'court', content: 'Στοιχεία φοίτησης και απουσίες του έτους', note: null },
  { days: 41, students: 2, recipient: 'Αθλητικός Όμιλος Ανατολής', purpose: 'Δελτία αθλητών', basis: 'consent', content: 'Βεβαίωση φοίτησης', note: null },
] as const;
/** One in so many families wants their child in no directory. */
const optOuts = 60;

/** Writes what a year brings of data protection: opt-outs, disclosures, and one record that must be kept. */
export function plantPrivacy(db: Writer, { plant }: Planter, students: readonly PlantedStudent[], today: string): void {
  const here = students.filter(({ plan }) => plan.stays.at(-1)?.to === null);
  here.forEach(({ id }, at) => { if (at % optOuts === optOuts - 1) db.update(student, id, { directoryOptOut: true }); });
  stories.forEach(({ days, students: count, ...told }, at) => {
    const disclosureId = plant(disclosure, { ...told, date: addDays(today, -days) });
    for (const { id } of here.slice(at * 50, at * 50 + count)) plant(disclosureStudent, { disclosureId, studentId: id });
  });
  const gone = students.find(({ plan }) => plan.stays.every(({ to }) => to !== null));
  if (gone) plant(legalHold, { studentId: gone.id, reason: 'Εκκρεμεί προσφυγή για τη βαθμολογία στο Διοικητικό Πρωτοδικείο', startDate: addDays(today, -90) });
}
