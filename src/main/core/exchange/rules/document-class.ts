import { fieldClasses, type FieldClass } from '#contract/permissions.ts';
import { foldText } from '../../search/rules-fold.ts';

/** How people say who may see a document. */
const classWords: Record<FieldClass, readonly string[]> = {
  ordinary: ['γενικα', 'γενικο', 'απλο', 'ordinary', 'general', 'all', 'ολοι'],
  contact: ['επικοινωνια', 'στοιχεια επικοινωνιασ', 'contact'],
  health: ['υγεια', 'στοιχεια υγειασ', 'ιατρικο', 'health', 'medical'],
  safeguarding: ['προστασια', 'προστασια μαθητη', 'safeguarding', 'child protection'],
  finance: ['οικονομικα', 'οικονομικο', 'finance', 'financial'],
};
/** Beginnings of words in a document's title that say who may see it. The strictest come first. */
const titleWords: readonly (readonly [FieldClass, readonly string[]])[] = [
  ['safeguarding', ['εισαγγελ', 'κακοποι', 'παραμελησ', 'safeguard', 'abuse', 'child protection']],
  ['health', ['ιατρ', 'υγεια', 'υγειασ', 'εμβολι', 'αλλεργ', 'γνωματευ', 'διαγνωσ', 'νοσοκομ', 'νοσηλ', 'φαρμακ', 'καρδιολογ', 'παιδιατρ', 'κεσυ', 'κεδασυ', 'medical', 'health', 'vaccin', 'immuni', 'allerg', 'diagnos', 'hospital', 'prescription']],
  ['finance', ['διδακτρ', 'τιμολογι', 'αποδειξη πληρ', 'εκκαθαριστικ', 'invoice', 'tuition', 'receipt']],
  ['contact', ['ταυτοτητα', 'διαβατηρι', 'αμκα', 'identity card', 'id card', 'passport']],
];

/** A class as a file says it; null where it says something else. */
export function parseDocumentClass(text: string): FieldClass | null {
  const word = foldText(text);
  return fieldClasses.find((each) => each === word || classWords[each].includes(word)) ?? null;
}

/** Who may see a document that says nothing of it but its title: a doctor's paper is not for everybody. */
export function classOfTitle(title: string): FieldClass {
  const words = ` ${foldText(title).replace(/[^\p{L}\p{N}]+/gu, ' ')}`;
  return titleWords.find(([, beginnings]) => beginnings.some((beginning) => words.includes(` ${beginning}`)))?.[0] ?? 'ordinary';
}
