// Writes the next migration from the schema, and makes its tables STRICT, which drizzle-kit has no word for.
//   npm run db:generate -- --name what_changes
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

execFileSync('node_modules/.bin/drizzle-kit', ['generate', ...process.argv.slice(2)], { stdio: 'inherit' });
for (const name of readdirSync('migrations').filter((file) => file.endsWith('.sql'))) {
  const path = `migrations/${name}`;
  const text = readFileSync(path, 'utf8');
  const strict = text.replace(/(CREATE TABLE [^;]*?\n\))(;)/g, '$1 STRICT$2');
  if (strict !== text) writeFileSync(path, strict);
}
