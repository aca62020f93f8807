import type { ImportProblem } from '#contract/exchange.ts';
import type { StudentField } from '#contract/import-targets.ts';
import { cleanCell } from './clean-cell.ts';
import { parseEmail, parsePhone } from './parse-contact.ts';
import { parseDate, type DateOrder } from './parse-date.ts';
import { parseRelation, parseSex } from './parse-words.ts';
import { problem } from './values.ts';

/** What the values of one column have in common. `latestYear`: the latest that two digits mean, next year where nothing else was said. */
export interface ColumnSense { dateOrder: DateOrder; today: string; latestYear?: number | null }

/** Characters that a field holds; the same bounds as in the student's form. */
const longest: Record<StudentField, number> = {
  studentNo: 30, fullName: 160, familyEl: 80, givenEl: 80, familyLatin: 80, givenLatin: 80, fatherEl: 80, motherEl: 80, preferred: 80,
  birthDate: 60, sex: 40, nationalId: 30, email: 200, phone: 40, mobile: 40, address: 300, level: 20, division: 20, entryDate: 60,
  guardianFamily: 160, guardianGiven: 80, guardianRelation: 200, guardianPhone: 40, guardianEmail: 200,
};

const digitFields: ReadonlySet<StudentField> = new Set<StudentField>(['studentNo', 'nationalId', 'phone', 'mobile', 'guardianPhone']);

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** Reads one cell for a field: the value as it will be kept, '' for an empty one, or what is wrong with it. */
export function parseCell(field: StudentField, raw: string, sense: ColumnSense): string | ImportProblem {
  // Most numbers are nothing but digits: they need no tidying and no forms.
  if (digitFields.has(field) && raw.length >= 5 && raw.length <= 15 && isDigits(raw)) return raw;
  const text = cleanCell(raw);
  if (text === '') return '';
  if (text.charCodeAt(0) === 35 && /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/.test(text)) return problem('cellError', field, { value: text });
  if (text.length > longest[field]) return problem('tooLong', field, { max: longest[field] });
  switch (field) {
    case 'birthDate': return checkDate(field, text, sense, '1900-01-01', sense.today);
    case 'entryDate': return checkDate(field, text, sense, '1900-01-01', `${Number(sense.today.slice(0, 4)) + 2}-12-31`);
    case 'sex': return parseSex(text) ?? problem('sexForm', field, { value: text });
    case 'email': case 'guardianEmail': return parseEmail(text) ?? problem('emailForm', field, { value: text });
    case 'phone': case 'mobile': case 'guardianPhone': return parsePhone(text) ?? problem('phoneForm', field, { value: text });
    case 'guardianRelation': return parseRelation(text);
    // A number that a spreadsheet wrote as 1042.0 is still number 1042.
    case 'studentNo': case 'nationalId': return text.endsWith('.0') && /^\d+\.0$/.test(text) ? text.slice(0, -2) : text;
    default: return text;
  }
}

function checkDate(field: StudentField, text: string, sense: ColumnSense, from: string, to: string): string | ImportProblem {
  const date = parseDate(text, sense.dateOrder, sense.latestYear ?? Number(sense.today.slice(0, 4)) + 1);
  if (date === null) return problem('dateForm', field, { value: text });
  return date < from || date > to ? problem('dateRange', field, { value: text }) : date;
}
