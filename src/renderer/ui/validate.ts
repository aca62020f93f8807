import type { z } from 'zod';
import { describeFieldError } from '../i18n/dynamic.ts';

/** A form's `validate` from the contract's own schema: the same rules as the program, before anything is sent. */
export function validateWith(schema: z.ZodType) {
  return (values: unknown): Record<string, string> => {
    const result = schema.safeParse(values);
    if (result.success) return {};
    const errors: Record<string, string> = {};
    for (const issue of result.error.issues) {
      const path = issue.path.join('.');
      errors[path] ??= describeFieldError({ path, messageKey: issue.message });
    }
    return errors;
  };
}
