import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { CoreOptions } from '../core/kernel/core.ts';

const every = 6 * 60 * 60 * 1000;

/** Looks for updates now and every six hours, and installs them when the program ends. Only where a package names its feed. */
export async function watchForUpdates(log: NonNullable<CoreOptions['log']>): Promise<void> {
  if (!app.isPackaged || !existsSync(join(process.resourcesPath, 'app-update.yml'))) return;
  const { default: updater } = await import('electron-updater');
  const { autoUpdater } = updater;
  autoUpdater.logger = null;
  autoUpdater.autoDownload = true;
  autoUpdater.autoInstallOnAppQuit = true;
  autoUpdater.on('error', (error) => log('warn', 'update failed', { kind: error.name }));
  autoUpdater.on('update-downloaded', ({ version }) => log('info', 'update ready', { version }));
  const check = (): void => { autoUpdater.checkForUpdates().catch(() => undefined); };
  check();
  setInterval(check, every).unref();
}
