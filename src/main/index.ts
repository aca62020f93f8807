import { join } from 'node:path';
import { app, BrowserWindow, dialog, session as sessions } from 'electron';
import { RollbookError } from '#contract/errors.ts';
import type { Language } from '#contract/fields.ts';
import { createCore } from './core/index.ts';
import { endOnUncaught, reviveWindow } from './desktop/crashes.ts';
import { confinePages, denyPermissions } from './desktop/harden.ts';
import { openIpcDoor } from './desktop/ipc-door.ts';
import { openKeyStore } from './desktop/key-store.ts';
import { explainStartFailure, labelsOf, languageOf } from './desktop/labels.ts';
import { showMenu } from './desktop/menu.ts';
import { servePage } from './desktop/page-protocol.ts';
import { pageOrigin } from './desktop/sender.ts';
import { askAboutUnsaved } from './desktop/unsaved.ts';
import { watchForUpdates } from './desktop/updates.ts';
import { readMemory, writeMemory } from './desktop/window-memory.ts';
import { openWindow } from './desktop/windows.ts';
import { openLog } from './log.ts';
import { readOptions } from './options.ts';
import { findPlaces } from './places.ts';
import { verifyJournal } from './verify-journal.ts';

// A package loads its own database engine and its own page, whatever the environment says.
if (app.isPackaged) delete process.env.ELECTRON_SQLITE_ADDON;
const devServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const origins = devServer ? [new URL(devServer).origin] : [pageOrigin];

const options = readOptions(process.argv.slice(1));
const places = findPlaces(import.meta.dirname);
const log = openLog(options.dataFolder);
confinePages((url) => origins.includes(url.split('/', 3).join('/')));
endOnUncaught(log, () => app.exit(1));

async function start(): Promise<void> {
  await app.whenReady();
  const memoryFile = join(options.dataFolder, 'window', 'memory.json');
  let memory = readMemory(memoryFile);
  const remember = (part: Partial<typeof memory>): void => writeMemory(memoryFile, (memory = { ...memory, ...part }));

  // Chromium keeps nothing of what the page reads: no cache, and in its local storage only how the window looks.
  const session = sessions.fromPartition('persist:rollbook', { cache: false });
  denyPermissions(session);
  servePage(session, places.page);

  const core = createCore({
    dataFolder: options.dataFolder, version: places.version, demo: options.demo, keyStore: openKeyStore(), keyFile: options.keyFile,
    migrations: places.migrations, resources: places.resources, threadEntry: places.threadEntry, log,
  });
  if (options.verify) {
    const { line, code } = await verifyJournal(core);
    process.stdout.write(`${line}\n`);
    return app.exit(code);
  }
  const showLabels = (language: Language): void =>
    showMenu({ labels: labelsOf(language), openWindow: open, development: !app.isPackaged });
  const door = openIpcDoor({
    core, origins, log,
    onLanguage(language) {
      if (language !== memory.language) remember({ language });
      showLabels(language);
    },
  });
  function open(): void {
    const from = (BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0])?.webContents ?? null;
    const icon = join(places.resources, 'icon.png');
    const window = openWindow({ session, preload: places.preload, icon, url: devServer ?? `${pageOrigin}/`, memory, remember });
    door.admit(window.webContents, from);
    reviveWindow(window, log);
    askAboutUnsaved(window, () => labelsOf(memory.language ?? languageOf(app.getLocale())));
  }
  showLabels(memory.language ?? languageOf(app.getLocale()));
  open();

  app.on('second-instance', (_event, args) => {
    if (args.includes('--new-window')) return open();
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('activate', () => { if (BrowserWindow.getAllWindows().length === 0) open(); });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  app.on('window-all-closed', () => { if (process.platform !== 'darwin') app.quit(); });

  try {
    const running = await core;
    app.once('will-quit', (event) => {
      event.preventDefault();
      void running.close().finally(() => app.exit(0));
    });
    await watchForUpdates(log);
  } catch (error) {
    const code = error instanceof RollbookError ? error.failure.code : 'internal';
    log('error', 'start failed', { code });
    const labels = labelsOf(memory.language ?? languageOf(app.getLocale()));
    dialog.showErrorBox(labels.cannotStart, explainStartFailure(labels, code, options.dataFolder));
    app.exit(1);
  }
}

if (app.requestSingleInstanceLock()) void start();
// Another window has the data: nothing was checked, and a script must not take that for a whole chain.
else app.exit(options.verify ? 1 : 0);
