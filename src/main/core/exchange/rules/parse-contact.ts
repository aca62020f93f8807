import { z } from 'zod';

/** The same form that the contract asks of an e-mail typed into the student's page. */
const emailForm = z.regexes.email;

/** An e-mail address without `mailto:`; null when it is not one. */
export function parseEmail(text: string): string | null {
  const address = text.startsWith('mailto:') ? text.slice(7) : text;
  return emailForm.test(address) ? address : null;
}

/**
 * A telephone number: digits alone, with a leading `+` kept. Text with more than one number, or an extension, stays as it was typed;
 * null where there are no five digits.
 */
export function parsePhone(text: string): string | null {
  if (/^\d{5,15}$/.test(text)) return text;
  if (/^\+?[\d\s().\-/]+$/.test(text)) {
    const digits = text.replace(/[^\d+]/g, '');
    if (digits.length >= 5 && digits.length <= 16) return digits;
  }
  return (text.match(/\d/g)?.length ?? 0) >= 5 ? text : null;
}

/** Two telephone numbers are the same when their digits are. */
export function samePhone(a: string, b: string): boolean {
  return a === b || a.replace(/\D/g, '') === b.replace(/\D/g, '');
}
