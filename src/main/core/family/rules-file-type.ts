/** What a file is, by its content. */
export interface FileType { mime: string; ending: string }

const pdf = { mime: 'application/pdf', ending: 'pdf' };
const jpeg = { mime: 'image/jpeg', ending: 'jpg' };
const png = { mime: 'image/png', ending: 'png' };
const docx = { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' };
const xlsx = { mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ending: 'xlsx' };
const odt = { mime: 'application/vnd.oasis.opendocument.text', ending: 'odt' };
const ods = { mime: 'application/vnd.oasis.opendocument.spreadsheet', ending: 'ods' };
const text = { mime: 'text/plain', ending: 'txt' };

const startsWith = (content: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, at) => content[at] === byte);
const ascii = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0));

/**
 * Reads what a file is from its first bytes and, of a ZIP, from its table of contents; its name says nothing. Null for everything that
 * is not a document which a school keeps: programs, archives, documents with macros.
 */
export function detectType(content: Uint8Array): FileType | null {
  if (startsWith(content, ascii('%PDF-'))) return pdf;
  if (startsWith(content, [0xff, 0xd8, 0xff])) return jpeg;
  if (startsWith(content, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return png;
  if (startsWith(content, [0x50, 0x4b, 3, 4])) return officeType(content);
  return isPlainText(content) ? text : null;
}

function officeType(content: Uint8Array): FileType | null {
  const names = readZipNames(content);
  if (names === null || names.some((name) => /vbaproject\.bin$|^basic\/|\.(exe|dll|js|vbs|bat|cmd|scr|msi|jar)$/i.test(name))) return null;
  const has = (name: string) => names.includes(name);
  if (has('[Content_Types].xml') && has('word/document.xml')) return docx;
  if (has('[Content_Types].xml') && has('xl/workbook.xml')) return xlsx;
  if (!has('content.xml')) return null;
  // OpenDocument puts its type first, uncompressed, at a fixed place.
  const type = new TextDecoder('latin1').decode(content.subarray(30, 30 + 120));
  if (type.startsWith(`mimetype${odt.mime}`)) return odt;
  return type.startsWith(`mimetype${ods.mime}`) ? ods : null;
}

/** The names in a ZIP's central directory; null when there is none that can be read. */
export function readZipNames(content: Uint8Array): string[] | null {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let end = -1;
  for (let at = content.length - 22; at >= 0 && at >= content.length - 22 - 0xffff; at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) {
      end = at;
      break;
    }
  }
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  for (let entry = 0; entry < count; entry += 1) {
    if (at + 46 > content.length || view.getUint32(at, true) !== 0x02014b50) return null;
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(content.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

/** UTF-8 without control characters other than those that lay text out. */
function isPlainText(content: Uint8Array): boolean {
  if (content.length === 0) return false;
  try {
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    return false;
  }
}

/** The last part of a path, with the ending that the content asks for: `C:\\x\\photo.png` that is a JPEG becomes `photo.jpg`. */
export function nameWith(type: FileType, name: string): string {
  const last = name.split(/[\\/]/).at(-1)?.trim() ?? '';
  const dot = last.lastIndexOf('.');
  const ending = last.slice(dot + 1).toLowerCase();
  if (dot > 0 && (ending === type.ending || (type.ending === 'jpg' && ending === 'jpeg'))) return last;
  return `${(dot > 0 ? last.slice(0, dot) : last).slice(0, 200) || 'file'}.${type.ending}`;
}
