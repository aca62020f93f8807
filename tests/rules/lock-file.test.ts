import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Entry { optionalDependencies?: Record<string, string> }
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Entry> };

/** Whether a package is locked where npm looks for it from `from`: beside it, or in one of the folders above. */
function isLocked(from: string, name: string): boolean {
  if (`${from ? `${from}/` : ''}node_modules/${name}` in packages) return true;
  if (!from) return false;
  const above = from.lastIndexOf('/node_modules/');
  return isLocked(above < 0 ? '' : from.slice(0, above), name);
}

// npm leaves out binaries for other systems that the registry does not have yet when the lock file is written;
// once it has them, `npm ci` refuses that lock file on every machine. Pin a version whose binaries are all there.
it('locks the optional binaries of every package for every system', () => {
  const missing = Object.entries(packages).flatMap(([from, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !isLocked(from, name)).map((name) => `${name} of ${from}`));
  expect(missing).toEqual([]);
});
