const endings: readonly (readonly [masculine: RegExp, feminine: string])[] = [
  [/όπουλος$/u, 'οπούλου'], [/ίδης$/u, 'ίδου'], [/άδης$/u, 'άδου'],
  [/ης$/u, 'η'], [/ής$/u, 'ή'], [/ας$/u, 'α'], [/άς$/u, 'ά'], [/ος$/u, 'ου'], [/ός$/u, 'ού'],
];

/**
 * The feminine form of a masculine family name in the nominative (`Παπαδόπουλος` → `Παπαδοπούλου`, `Νικολάου` stays).
 * Names in `-ος` must be stressed on one of the last two syllables or end in `-όπουλος`.
 */
export function feminineFamily(masculine: string): string {
  const found = endings.find(([ending]) => ending.test(masculine));
  return found ? masculine.replace(found[0], found[1]) : masculine;
}
