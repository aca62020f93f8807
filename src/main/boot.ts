import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';
import { registerPageScheme } from './desktop/page-scheme.ts';
import { readOptions } from './options.ts';

// What Electron must hear before it is ready. ES modules load while it gets ready, so this file is built as CommonJS,
// which is read in one go, and hands over to the composition root beside it.

// As root on Linux Chromium has no sandbox to enable, and whoever starts it so has said it on the command line.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerPageScheme();
// One program for each data folder: Chromium's own files lie there too, and its instance lock with them.
app.setPath('userData', join(readOptions(process.argv.slice(1)).dataFolder, 'window'));

import(pathToFileURL(join(import.meta.dirname, 'index.js')).href).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  app.exit(1);
});
