import { expect, it } from 'vitest';
import { greekToLatin } from './transliterate.ts';

it.each([
  ['Παπαδόπουλος', 'Papadopoulos'], ['Παπαδοπούλου', 'Papadopoulou'], ['Χριστοφορίδης', 'Christoforidis'],
  ['Ευάγγελος', 'Evangelos'], ['Ευστάθιος', 'Efstathios'], ['Ευτυχία', 'Eftychia'], ['Παύλος', 'Pavlos'], ['Αυγουστίνος', 'Avgoustinos'],
  ['Μπαλτάς', 'Baltas'], ['Λάμπρου', 'Lamprou'], ['Γκίκας', 'Gkikas'], ['Άγγελος', 'Angelos'], ['Σφίγξ', 'Sfinx'], ['Μελάγχρους', 'Melanchrous'],
  ['Ντίνος', 'Ntinos'], ['Ψαρράς', 'Psarras'], ['Θεόφιλος', 'Theofilos'], ['Ξανθή', 'Xanthi'], ['Ηλίας', 'Ilias'], ['Ωραιόπουλος', 'Oraiopoulos'],
])('writes %s as %s', (greek, latin) => expect(greekToLatin(greek)).toBe(latin));

it('keeps a pair apart where the accent or the diaeresis does', () => {
  expect(greekToLatin('άυλος')).toBe('aylos');
  expect(greekToLatin('αϋπνία')).toBe('aypnia');
  expect(greekToLatin('Μαΐου')).toBe('Maiou');
});

it('follows the capitals of the source', () => {
  expect(greekToLatin('ΘΕΟΔΩΡΟΥ ΕΥΘΥΜΙΑ')).toBe('THEODOROU EFTHYMIA');
  expect(greekToLatin('Χ')).toBe('Ch');
  expect(greekToLatin('Χατζή-Θεοδώρου')).toBe('Chatzi-Theodorou');
  expect(greekToLatin('ΨΥΧΟΓΙΟΣ')).toBe('PSYCHOGIOS');
});

it('leaves what is not Greek as it is, composed or decomposed', () => {
  expect(greekToLatin('José 12-Β3')).toBe('José 12-V3');
  expect(greekToLatin('Παπαδόπουλος'.normalize('NFD'))).toBe('Papadopoulos');
  expect(greekToLatin('')).toBe('');
});
