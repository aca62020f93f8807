// npm run bench [-- --json FILE] [--quick] [--only start,search,screens,csv,xlsx] [--sources]: measures the program on a large school.
import { join } from 'node:path';
import { buildIfStale, nodeBinary, root, run } from './lib/project.mjs';

const args = process.argv.slice(2);
if (!args.includes('--sources')) await buildIfStale(console.error);
process.exitCode = await run(nodeBinary(), [join(root, 'tests', 'bench', 'main.ts'), ...args]);
