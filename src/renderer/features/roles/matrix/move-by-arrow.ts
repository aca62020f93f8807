import type { KeyboardEvent } from 'react';

const boxesIn = (part: Element | null | undefined): HTMLInputElement[] => [...(part?.querySelectorAll<HTMLInputElement>('input[type="checkbox"]') ?? [])].filter((box) => !box.disabled);

/** The next box above or below in the same column; rows that have none there are passed over. */
function findInColumn(box: HTMLInputElement, step: 1 | -1): HTMLInputElement | undefined {
  const column = box.closest<HTMLTableCellElement>('td, th')?.cellIndex ?? -1;
  const rows = [...(box.closest('table')?.rows ?? [])];
  for (let at = rows.findIndex((row) => row.contains(box)) + step; at >= 0 && at < rows.length; at += step) {
    const [found] = boxesIn(rows[at]?.cells[column]);
    if (found) return found;
  }
  return undefined;
}

/** Lets the arrows go from box to box, as in a sheet; Tab goes on as everywhere. */
export function moveByArrow(event: KeyboardEvent<HTMLElement>): void {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.type !== 'checkbox' || !event.key.startsWith('Arrow')) return;
  const row = boxesIn(box.closest('tr'));
  const next = event.key === 'ArrowDown' ? findInColumn(box, 1) : event.key === 'ArrowUp' ? findInColumn(box, -1) : row[row.indexOf(box) + (event.key === 'ArrowRight' ? 1 : -1)];
  event.preventDefault();
  next?.focus();
}
