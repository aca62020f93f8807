import type { RolloverReason } from '#contract/rollover.ts';
import { translateKey } from '../../i18n/dynamic.ts';
import { pickName, useFormat, type Format } from '../../i18n/format.ts';

/** A reason in words of the window's language. */
export function writeReason(format: Format, { key, params }: RolloverReason): string {
  const text = (name: string) => (typeof params[name] === 'string' ? String(params[name]) : '');
  const pick = (name: string) => pickName(format, text(`${name}El`), text(`${name}En`));
  return translateKey('rollover', `reasons.${key}`, { ...params, courses: pick('courses'), terms: pick('terms'), date: format.date(text('date')) }) ?? key;
}

/** Why, as one line each. */
export function Reasons({ reasons }: { reasons: readonly RolloverReason[] }) {
  const format = useFormat();
  return reasons.map((reason) => <span key={reason.key} style={{ display: 'block' }}>{writeReason(format, reason)}</span>);
}
