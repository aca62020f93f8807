import { expect, it } from 'vitest';
import { splitName } from './split-name.ts';
import { zipName } from './zip-name.ts';

it.each([
  ['00123_birth certificate.pdf', '00123', '', 'birth certificate'], ['123 - Παπαδοπούλου Ελένη - πιστοποιητικό.pdf', '123', 'Παπαδοπούλου Ελένη', 'πιστοποιητικό'], ['00123 απολυτήριο.jpg', '00123', '', 'απολυτήριο'],
  ['Παπαδοπούλου Ελένη - πιστοποιητικό.pdf', '', 'Παπαδοπούλου Ελένη', 'πιστοποιητικό'], ['Παπαδοπούλου_Ελένη_πιστοποιητικό υγείας.pdf', '', 'Παπαδοπούλου Ελένη', 'πιστοποιητικό υγείας'],
  ['Β2/00123/αίτηση.pdf', '00123', '', 'αίτηση'], ['Παπαδοπούλου Ελένη/αίτηση.pdf', '', 'Παπαδοπούλου Ελένη', 'αίτηση'], ['έγγραφα/00123.pdf', '00123', '', ''], ['ΑΜ-0042_x.pdf', 'ΑΜ-0042', '', 'x'], ['.pdf', '', '', ''],
])('%s', (path, studentNo, fullName, title) => {
  expect(splitName(path)).toEqual({ studentNo, fullName, title });
});

it('a name that Greek Windows wrote into a zip is read as it was', () => {
  expect(zipName(new Uint8Array([0x31, 0x5f, 0x8f, 0xe1, 0xa7, 0xaa, 0x2e, 0x70]))).toBe('1_Πάπς.p');
  expect(zipName(new TextEncoder().encode('Παπάς.pdf'))).toBe('Παπάς.pdf');
});
