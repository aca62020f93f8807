import { Menu, type MenuItemConstructorOptions } from 'electron';
import type { Labels } from './labels.ts';

export interface MenuOptions {
  labels: Labels;
  openWindow(): void;
  /** Adds reload and the developer tools; never in a packaged program. */
  development: boolean;
}

/** Builds and shows the application's menu in one language. */
export function showMenu({ labels, openWindow, development }: MenuOptions): void {
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } satisfies MenuItemConstructorOptions] : []),
    {
      label: labels.file,
      submenu: [
        { label: labels.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: openWindow },
        { label: labels.closeWindow, role: 'close' },
        separator,
        { label: labels.quit, role: 'quit' },
      ],
    },
    {
      label: labels.edit,
      submenu: [
        { label: labels.undo, role: 'undo' }, { label: labels.redo, role: 'redo' }, separator,
        { label: labels.cut, role: 'cut' }, { label: labels.copy, role: 'copy' }, { label: labels.paste, role: 'paste' },
        { label: labels.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: labels.view,
      submenu: [
        { label: labels.actualSize, role: 'resetZoom' }, { label: labels.zoomIn, role: 'zoomIn' }, { label: labels.zoomOut, role: 'zoomOut' },
        separator, { label: labels.fullScreen, role: 'togglefullscreen' },
        ...(development ? [separator, { role: 'reload' }, { role: 'toggleDevTools' }] satisfies MenuItemConstructorOptions[] : []),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
