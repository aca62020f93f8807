import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainFileName } from './rules-file-name.ts';

it.each([
  ['../../etc/passwd', 'passwd'], ['C:\\Users\\Μαρία\\μαθητές 2026.xlsx', 'μαθητές 2026.xlsx'], ['\u202Efdp.exe', 'fdp.exe'], ['a\u0000b.pdf', 'ab.pdf'],
  ['..', 'file'], ['', 'file'], ['con', '_con'], ['COM1.txt', '_COM1.txt'], ['a:b|c?.csv', 'a_b_c_.csv'], [' .κρυφό. ', 'κρυφό'], ['x'.repeat(300) + '.pdf', `${'x'.repeat(196)}.pdf`],
])('%j is called %j', (given, plain) => {
  expect(plainFileName(given)).toBe(plain);
});

it('any text becomes a plain name, and a plain name stays as it is', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
    const plain = plainFileName(name);
    expect(plain).not.toMatch(/[/\\:*?"<>|\p{Cc}\u202a-\u202e]/u);
    expect(plain.length).toBeGreaterThan(0);
    expect(plain.length).toBeLessThanOrEqual(201);
    expect(plainFileName(plain)).toBe(plain);
  }));
});
