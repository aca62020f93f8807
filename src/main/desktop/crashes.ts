import { app, type BrowserWindow } from 'electron';
import type { CoreOptions } from '../core/kernel/core.ts';

const shortest = 10_000;

// Electron's crash reporter stays off: its dumps are copies of memory, with students' data in plain text.

/** Brings a window back whose page died, unless it dies again at once. */
export function reviveWindow(window: BrowserWindow, log: NonNullable<CoreOptions['log']>): void {
  let last = 0;
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log('error', 'page gone', { reason, exitCode });
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = Date.now();
    if (now - last > shortest) window.webContents.reload();
    last = now;
  });
}

/** Logs what nobody caught, and ends the program rather than let it run on in an unknown state. */
export function endOnUncaught(log: NonNullable<CoreOptions['log']>, end: () => void): void {
  const fail = (kind: string) => (error: unknown): void => {
    // The stack names files and lines; the message might name a person.
    const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join(' <') : '';
    log('error', kind, { name: error instanceof Error ? error.name : typeof error, stack });
    end();
  };
  process.on('uncaughtException', fail('uncaught exception'));
  process.on('unhandledRejection', fail('unhandled rejection'));
  app.on('child-process-gone', (_event, { type, reason }) => log('warn', 'helper process gone', { type, reason }));
}
