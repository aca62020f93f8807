import type { BundleFile } from '#contract/oneroster.ts';
import type { FileToCheck, Find } from './check-file.ts';
import type { FieldRule } from './format.ts';
import { splitList } from './model.ts';

/** A record of demographics has the sourcedId of its user. */
const refersByItsId: Partial<Record<BundleFile, BundleFile>> = { demographics: 'users' };

/**
 * Whether every sourcedId that a file names is in the bundle. A delta names what its receiver has had before, so neither what
 * stands in a delta nor what refers to one can be judged.
 */
export function checkReferences(files: readonly FileToCheck[], findIn: (file: BundleFile) => Find): void {
  const ids = new Map(files.map((each) => [each.file, new Set(each.csv.rows.slice(1).map(({ cells }) => cells[placeOf(each, 'sourcedId')]?.trim() ?? ''))]));
  const deltas = new Set(files.filter(({ mode }) => mode === 'delta').map(({ file }) => file));
  for (const each of files) {
    const { file, mode, columns, csv } = each;
    if (mode !== 'bulk') continue;
    const find = findIn(file);
    for (const [name, rule] of Object.entries(columns)) {
      const target = targetOf(file, name, rule), place = placeOf(each, name);
      if (!target || deltas.has(target)) continue;
      for (const { line, cells } of csv.rows.slice(1)) {
        const cell = cells[place]?.trim() ?? '';
        for (const id of rule.type === 'ids' ? splitList(cell) : cell === '' ? [] : [cell]) {
          if (!ids.get(target)?.has(id)) find(line, name, 'refersToNothing', { value: id });
        }
      }
    }
  }
}

/** Where a column really stands: the tolerant reader takes them in any order. */
const placeOf = ({ csv }: FileToCheck, name: string): number => csv.rows[0]?.cells.findIndex((cell) => cell.trim() === name) ?? -1;
const targetOf = (file: BundleFile, name: string, rule: FieldRule): BundleFile | undefined => (name === 'sourcedId' ? refersByItsId[file] : rule.refers);
