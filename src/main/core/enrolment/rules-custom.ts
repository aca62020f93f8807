import { z } from 'zod';

/** A field that the school has defined; `options`: JSON of `{value, labelEl, labelEn}` of a choice. */
export interface CustomField { id: string; labelEl: string; labelEn: string; type: 'text' | 'number' | 'date' | 'choice' | 'flag'; options: string | null; required: number }

const optionList = z.array(z.object({ value: z.string(), labelEl: z.string(), labelEn: z.string() }));

/** The answers of a choice. */
export const optionsOf = (field: CustomField): z.infer<typeof optionList> => optionList.parse(JSON.parse(field.options ?? '[]'));

/** What is wrong with a value of a field, as a key of the error texts. Stored are text, a decimal number, an ISO date, an option's value, or `1` and `0`. */
export function checkCustomValue(field: CustomField, value: string | null): string | null {
  if (value === null) return field.required ? 'required' : null;
  const isFit = {
    text: () => true,
    number: () => /^-?\d+(\.\d+)?$/.test(value),
    date: () => z.iso.date().safeParse(value).success,
    choice: () => optionsOf(field).some((option) => option.value === value),
    flag: () => value === '1' || value === '0',
  }[field.type]();
  return isFit ? null : 'invalidValue';
}
