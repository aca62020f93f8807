import type { ImportField, TargetField } from '#contract/import-targets.ts';
import type { ImportProblem } from '#contract/exchange.ts';
import { foldText } from '../../search/rules-fold.ts';
import { cleanCell } from './clean-cell.ts';
import { parseDocumentClass } from './document-class.ts';
import { parseEmail, parsePhone } from './parse-contact.ts';
import type { ColumnSense } from './parse-cell.ts';
import { parseDate } from './parse-date.ts';
import { parseRelation, parseSex } from './parse-words.ts';
import { problem } from './values.ts';

/** One row's values by field, read and tidied; what the file does not say is not there. */
export type RecordValues = Partial<Record<ImportField, string>>;

const yes = new Set(['1', 'x', '✓', '✔', 'ναι', 'ν', 'yes', 'y', 'true', 'αληθησ', 'αληθεσ']);
const no = new Set(['0', 'οχι', 'ο', 'no', 'n', 'false', '-', 'ψευδησ', 'ψευδεσ']);
const numbersOnly: ReadonlySet<ImportField> = new Set<ImportField>(['studentNo', 'staffCode', 'courseCode', 'sectionCode', 'course', 'code', 'level', 'division']);

/** Reads one cell for a field by the kind of the field: the value as it will be kept, '' for an empty one, or what is wrong with it. */
export function parseRecordCell(name: ImportField, field: TargetField, raw: string, sense: ColumnSense): string | ImportProblem {
  const text = cleanCell(raw);
  if (text === '') return '';
  if (/^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/.test(text)) return problem('cellError', name, { value: text });
  if (field.max !== undefined && text.length > field.max) return problem('tooLong', name, { max: field.max });
  switch (field.kind) {
    case 'date': return readDate(name, text, sense);
    case 'number': return readNumber(text) ?? problem('numberForm', name, { value: text });
    case 'count': return /^\d{1,6}$/.test(readNumber(text) ?? '') ? readNumber(text) ?? '' : problem('countForm', name, { value: text });
    case 'email': return parseEmail(text) ?? problem('emailForm', name, { value: text });
    case 'phone': return parsePhone(text) ?? problem('phoneForm', name, { value: text });
    case 'choice':
      if (name === 'documentClass') return parseDocumentClass(text) ?? problem('classForm', name, { value: text });
      return name === 'sex' ? parseSex(text) ?? problem('sexForm', name, { value: text }) : parseRelation(text);
    case 'flag': return readFlag(text) ?? problem('flagForm', name, { value: text });
    // A number that a spreadsheet wrote as 1042.0 is still number 1042.
    case 'text': return numbersOnly.has(name) && /^\d+\.0$/.test(text) ? text.slice(0, -2) : text;
  }
}

function readDate(name: ImportField, text: string, sense: ColumnSense): string | ImportProblem {
  const year = Number(sense.today.slice(0, 4));
  const date = parseDate(text, sense.dateOrder, sense.latestYear ?? year + 1);
  if (date === null) return problem('dateForm', name, { value: text });
  const latest = name === 'birthDate' ? sense.today : `${year + 2}-12-31`;
  return date < '1900-01-01' || date > latest ? problem('dateRange', name, { value: text }) : date;
}

/** `12,5`, `1.234,5`, `12.50` or `18` as a number with a point; null when it is none. A single point or comma is always the decimal one. */
export function readNumber(text: string): string | null {
  const plain = text.replace(/[\s\u00a0]/g, '');
  const last = Math.max(plain.lastIndexOf(','), plain.lastIndexOf('.'));
  const isGrouped = last >= 0 && plain.includes(plain[last] === ',' ? '.' : ',');
  const number = isGrouped ? plain.slice(0, last).replace(/[.,]/g, '') + '.' + plain.slice(last + 1) : plain.replace(',', '.');
  if (!/^-?\d+(\.\d*)?$/.test(number)) return null;
  return String(Number(number));
}

function readFlag(text: string): string | null {
  const word = foldText(text);
  return yes.has(word) ? '1' : no.has(word) ? '0' : null;
}
