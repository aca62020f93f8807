// npm run package: the unpacked program of this system in dist/; with --installers, its installers too.
import { parseArgs } from 'node:util';
import { buildIfStale, installIfNeeded, run } from './lib/project.mjs';

const { values } = parseArgs({ options: { installers: { type: 'boolean' } } });
const { ELECTRON_OVERRIDE_DIST_PATH: electronDist, ROLLBOOK_UPDATE_URL: feed } = process.env;

await installIfNeeded(console.log);
await buildIfStale(console.log);
const code = await run('electron-builder', [
  ...(values.installers ? [] : ['--dir']),
  '--publish', 'never',
  // A local Electron stands in for the one that would be downloaded.
  ...(electronDist ? [`--config.electronDist=${electronDist}`] : []),
  ...(feed ? ['--config.publish.provider=generic', `--config.publish.url=${feed}`] : []),
]);
process.exit(code);
