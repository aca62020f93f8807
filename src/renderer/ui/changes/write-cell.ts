import type { Output } from '#contract/index.ts';
import type { ChangeCell } from './change-cells.tsx';
import { listForm, writeListItem, writeValue, type ValueWords } from './write-value.ts';

type Cell = Output<'audit.get'>['changes'][number]['cells'][number];

const listOf = (value: unknown): string[] | null => (typeof value === 'string' ? listForm.safeParse(value).data ?? null : null);

/** Old and new value as people write them. Of a list (the permissions of a role) only what went and what came. */
export function writeCell({ field, before, after }: Cell, words: ValueWords): ChangeCell {
  const old = listOf(before), now = listOf(after);
  if (!old && !now) return { field, before: writeValue(field, before, words), after: writeValue(field, after, words) };
  const write = (items: readonly string[], other: readonly string[]) => items.filter((item) => !other.includes(item)).map((item) => writeListItem(field, item, words)).join(' · ');
  return { field, before: write(old ?? [], now ?? []), after: write(now ?? [], old ?? []) };
}
