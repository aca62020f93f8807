import type { CustomField } from '#contract/custom-fields.ts';
import { isoDate } from '#contract/fields.ts';

/**
 * A value as it is stored for a field, or what is wrong with it (a message key). Numbers may be typed with a comma, and are kept with
 * a point; nothing at all is null.
 */
export function readValue(field: Pick<CustomField, 'type' | 'options' | 'required'>, given: string | null): { value: string | null } | { error: string } {
  const text = given?.trim() ?? '';
  if (text === '') return field.required ? { error: 'required' } : { value: null };
  if (field.type === 'number') {
    const number = text.replace(/\s/g, '').replace(',', '.');
    return /^-?\d{1,12}(\.\d{1,6})?$/.test(number) ? { value: String(Number(number)) } : { error: 'numberForm' };
  }
  if (field.type === 'date') return isoDate.safeParse(text).success ? { value: text } : { error: 'dateForm' };
  if (field.type === 'choice') return field.options.some(({ value }) => value === text) ? { value: text } : { error: 'invalidValue' };
  if (field.type === 'flag') return text === '1' || text === '0' ? { value: text } : { error: 'invalidValue' };
  return { value: text };
}
