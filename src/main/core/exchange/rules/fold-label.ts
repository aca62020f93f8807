import { foldText } from '../../search/rules-fold.ts';

/** A label as labels are compared: no accents, no case, nothing but letters and digits. */
export function foldLabel(label: string): string {
  return foldText(label).replace(/[^\p{L}\p{N}]+/gu, '');
}
