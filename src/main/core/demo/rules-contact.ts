import { greekToLatin } from '#contract/transliterate.ts';
import type { Random } from './rules-random.ts';

const streets = [
  'Ελευθερίου Βενιζέλου', '28ης Οκτωβρίου', '25ης Μαρτίου', 'Αγίου Δημητρίου', 'Κολοκοτρώνη', 'Καραϊσκάκη', 'Παπαδιαμάντη', 'Σολωμού', 'Κανάρη',
  'Μιαούλη', 'Ομήρου', 'Πλάτωνος', 'Αριστοτέλους', 'Περικλέους', 'Θησέως', 'Δημοκρατίας', 'Ειρήνης', 'Ανατολής', 'Σεφέρη', 'Ελύτη', 'Καβάφη',
  'Μπουμπουλίνας', 'Ρήγα Φεραίου', 'Εθνικής Αντιστάσεως', 'Αγίας Παρασκευής', 'Λαμπράκη', 'Κύπρου', 'Μακεδονίας', 'Θράκης', 'Ηπείρου',
];
const towns = ['199 01 Ανατολή', '199 01 Ανατολή', '199 02 Νέα Ανατολή', '199 03 Πεύκα Ανατολής'];

/** A postal address in the school's invented town. */
export const inventAddress = (random: Random): string => `${random.pick(streets)} ${random.int(1, 140)}, ${random.pick(towns)}`;

const digits = (random: Random, length: number): string => String(random.int(0, 10 ** length - 1)).padStart(length, '0');

/** A landline that no exchange gives out (210 000 ....). */
export const inventPhone = (random: Random): string => `210 000 ${digits(random, 4)}`;

/** A mobile number that no network gives out (690 00. ....). */
export const inventMobile = (random: Random): string => `690 00${digits(random, 1)} ${digits(random, 4)}`;

/** Gives each caller an address of the reserved domain example.org that nobody has yet. */
export function createMailboxes(): (family: string, given: string) => string {
  const taken = new Map<string, number>();
  return (family, given) => {
    const plain = `${greekToLatin(given)}.${greekToLatin(family)}`.normalize('NFD').replace(/[^a-z.]/giu, '').toLowerCase();
    const count = (taken.get(plain) ?? 0) + 1;
    taken.set(plain, count);
    return `${plain}${count > 1 ? count : ''}@example.org`;
  };
}
