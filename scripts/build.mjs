// npm run build: builds the program into out/, unless it is there already.
import { buildIfStale } from './lib/project.mjs';

try {
  await buildIfStale(console.log);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
