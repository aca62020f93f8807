import { sheet } from './page.ts';

/** A column of a list as it is wanted: its width in characters. */
export interface ListColumn { label: string; width: number; align: 'left' | 'right' | 'center' }
export interface PlacedColumn extends ListColumn { index: number; x: number; points: number; padding: number }
/** How a list lies on paper: `bands` are the columns of each page that stands beside the last, the first ones of them the same in all. */
export interface ListLayout { landscape: boolean; innerWidth: number; innerBottom: number; bands: readonly (readonly PlacedColumn[])[] }

const perCharacter = 4.5, usualPadding = 8, narrowest = 24;
/** Marks of a few letters stand close together. */
const paddingOf = ({ width }: ListColumn): number => (width < 6 ? 2.4 : usualPadding);
/** A list that is wider than its page by this much is set closer, and texts go over more lines; beyond it, it goes on on a page beside. */
const mostSqueezed = 1.3;

/** Places columns on an upright page where they fit, else on one that lies, else on several side by side, each of which begins with the first `kept` columns. */
export function layList(columns: readonly ListColumn[], kept: number): ListLayout {
  const wanted = columns.map((column, index) => ({ ...column, index, points: Math.max(narrowest, column.width * perCharacter + paddingOf(column)) }));
  const upright = sheet.width - sheet.left - sheet.right, lying = sheet.height - sheet.left - sheet.right;
  const landscape = sum(wanted) > upright * mostSqueezed;
  const innerWidth = landscape ? lying : upright;
  const room = innerWidth * mostSqueezed;
  const bands: (typeof wanted)[] = [];
  if (sum(wanted) <= room) bands.push(wanted);
  else {
    const first = wanted.slice(0, Math.min(kept, wanted.length - 1));
    // Columns that name the row must leave most of the page to the others.
    const leading = sum(first) > room / 2 ? first.slice(0, 1) : first;
    let band = [...leading];
    for (const column of wanted.slice(leading.length)) {
      if (band.length > leading.length && sum(band) + column.points > room) {
        bands.push(band);
        band = [...leading];
      }
      band.push(column);
    }
    bands.push(band);
  }
  return { landscape, innerWidth, innerBottom: (landscape ? sheet.width : sheet.height) - sheet.bottom, bands: bands.map((band) => place(band, innerWidth)) };
}

const sum = (columns: readonly { points: number }[]): number => columns.reduce((total, { points }) => total + points, 0);

/** Sets columns side by side, wider or closer so that they fill the line. A few narrow ones are not blown up to fill it. */
function place(columns: readonly (ListColumn & { index: number; points: number })[], width: number): PlacedColumn[] {
  const factor = Math.min(width / sum(columns), 2);
  let x = sheet.left;
  return columns.map((column) => {
    const placed = { ...column, x, points: column.points * factor, padding: paddingOf(column) };
    x += placed.points;
    return placed;
  });
}
