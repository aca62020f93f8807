import { app, dialog, type BrowserWindow } from 'electron';
import type { Labels } from './labels.ts';

/**
 * Asks before a window with unsaved work closes. Electron asks nobody: a page that wants to stay keeps its window open without a word,
 * and quitting the program silently does nothing.
 */
export function askAboutUnsaved(window: BrowserWindow, labels: () => Labels): void {
  let mayLeave = false;
  let isAsking = false;
  let isQuitting = false;
  const onQuit = (): void => { isQuitting = true; };
  app.on('before-quit', onQuit);
  window.once('closed', () => app.off('before-quit', onQuit));
  window.webContents.on('will-prevent-unload', (event) => {
    if (mayLeave) return event.preventDefault();
    const wasQuitting = isQuitting;
    isQuitting = false;
    if (isAsking) return;
    isAsking = true;
    const { unsaved, unsavedDetail, stay, leave } = labels();
    void dialog.showMessageBox(window, { type: 'question', message: unsaved, detail: unsavedDetail, buttons: [stay, leave], defaultId: 0, cancelId: 0, noLink: true }).then(({ response }) => {
      isAsking = false;
      if (response !== 1) return;
      mayLeave = true;
      if (wasQuitting) app.quit();
      else window.close();
    });
  });
}
