import type { BundleFindingKey } from '#contract/oneroster.ts';
import type { FieldRule } from './format.ts';

/** What is wrong with a cell that is not empty, by its column's rule; null: nothing. References are looked at elsewhere. */
export function checkValue(rule: FieldRule, value: string): BundleFindingKey | null {
  switch (rule.type) {
    case 'flag': return value === 'true' || value === 'false' ? null : 'badEnumeration';
    case 'word': return rule.words?.includes(value) ? null : 'badEnumeration';
    case 'date': return isDate(value) ? null : 'badDate';
    case 'dateTime': return isDateTime(value) ? null : 'badDateTime';
    case 'number': return /^-?\d+(\.\d+)?$/.test(value) ? null : 'badNumber';
    case 'year': return /^\d{4}$/.test(value) ? null : 'badYear';
    default: return null;
  }
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function isDateTime(value: string): boolean {
  const parts = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/.exec(value);
  return parts?.[1] !== undefined && isDate(parts[1]) && !Number.isNaN(new Date(value).getTime());
}
