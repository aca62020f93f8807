import fc from 'fast-check';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { detectType, nameWith } from './rules-file-type.ts';

/** A ZIP whose central directory names these files; the first is stored with its text. */
function zip(names: readonly string[], first = ''): Uint8Array {
  const encode = (text: string) => [...new TextEncoder().encode(text)];
  const u16 = (n: number) => [n & 255, n >> 8], u32 = (n: number) => [...u16(n & 0xffff), ...u16(n >>> 16)];
  const name = encode(names[0] ?? '');
  const local = [...u32(0x04034b50), ...u16(20), ...u16(0), ...u16(0), ...u32(0), ...u32(0), ...u32(first.length), ...u32(first.length), ...u16(name.length), ...u16(0), ...name, ...encode(first)];
  const central = names.flatMap((each) => [...u32(0x02014b50), ...Array.from({ length: 24 }, () => 0), ...u16(encode(each).length), ...Array.from({ length: 16 }, () => 0), ...encode(each)]);
  const end = [...u32(0x06054b50), ...u16(0), ...u16(0), ...u16(names.length), ...u16(names.length), ...u32(central.length), ...u32(local.length), ...u16(0)];
  return Uint8Array.from([...local, ...central, ...end]);
}
const ending = (content: Uint8Array) => detectType(content)?.ending ?? null;

describe('what a file is', () => {
  it('is read from its content', async () => {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('a');
    expect(ending(new Uint8Array(await book.xlsx.writeBuffer()))).toBe('xlsx');
    expect(ending(zip(['[Content_Types].xml', 'word/document.xml']))).toBe('docx');
    expect(ending(zip(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.text'))).toBe('odt');
    expect(ending(zip(['mimetype', 'content.xml'], 'application/vnd.oasis.opendocument.spreadsheet'))).toBe('ods');
    expect(ending(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('jpg');
    expect(ending(new TextEncoder().encode('\uFEFFΚείμενο\r\n'))).toBe('txt');
  });

  it('is nothing that is kept here: programs, archives, documents with macros, torn files', () => {
    expect(ending(Uint8Array.from([0x4d, 0x5a, 0x90, 0]))).toBeNull();
    expect(ending(Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2]))).toBeNull();
    expect(ending(zip(['setup.exe']))).toBeNull();
    expect(ending(zip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']))).toBeNull();
    expect(ending(zip(['[Content_Types].xml', 'word/document.xml']).slice(0, -10))).toBeNull();
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (content, isZip) => {
      if (isZip) content.set([0x50, 0x4b, 3, 4].slice(0, content.length));
      expect(() => detectType(content)).not.toThrow();
    }));
  });

  it('gives the name its ending, and takes the path away', () => {
    const jpg = { mime: 'image/jpeg', ending: 'jpg' };
    expect(['C:\\x\\photo.png', '../../etc/photo', 'photo.JPEG', ''].map((name) => nameWith(jpg, name))).toEqual(['photo.jpg', 'photo.jpg', 'photo.JPEG', 'file.jpg']);
  });
});
