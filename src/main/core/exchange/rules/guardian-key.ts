import { foldText } from '../../search/rules-fold.ts';
import type { Values } from './values.ts';

/** What makes the guardians of two rows the same person: the name with all contacts given. Null where a name is all there is. */
export function guardianKey({ guardianFamily, guardianGiven, guardianPhone, guardianEmail }: Values): string | null {
  if (guardianPhone === '' && guardianEmail === '') return null;
  return [foldText(guardianFamily), foldText(guardianGiven), guardianPhone.replace(/\D/g, ''), guardianEmail.toLowerCase()].join('|');
}
