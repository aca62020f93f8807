import { BrowserWindow, screen, type Rectangle, type Session } from 'electron';
import type { WindowMemory } from './window-memory.ts';

export interface WindowOptions {
  session: Session;
  preload: string;
  icon: string;
  url: string;
  memory: WindowMemory;
  /** Called with each new place of a window. */
  remember(place: Pick<WindowMemory, 'bounds' | 'maximized'>): void;
}

const smallest = { width: 900, height: 600 };

/** Bounds that lie on a screen which is still there; the stored ones may be from a desk with two. */
function fitToScreen(bounds: Rectangle | null, beside: BrowserWindow | null): Partial<Rectangle> {
  if (!bounds) return { width: 1280, height: 800 };
  const area = screen.getDisplayMatching(bounds).workArea;
  const shift = beside ? 28 : 0;
  const width = Math.min(bounds.width, area.width);
  const height = Math.min(bounds.height, area.height);
  return {
    width, height,
    x: Math.min(Math.max(bounds.x + shift, area.x), area.x + area.width - width),
    y: Math.min(Math.max(bounds.y + shift, area.y), area.y + area.height - height),
  };
}

/** Opens a window on the page, shown when it has something to show. */
export function openWindow({ session, preload, icon, url, memory, remember }: WindowOptions): BrowserWindow {
  const beside = BrowserWindow.getFocusedWindow();
  const window = new BrowserWindow({
    ...fitToScreen(beside?.getNormalBounds() ?? memory.bounds, beside),
    minWidth: smallest.width, minHeight: smallest.height,
    show: false, autoHideMenuBar: true, icon,
    webPreferences: {
      session, preload,
      contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, spellcheck: false, navigateOnDragDrop: false,
      enableWebSQL: false, safeDialogs: true,
    },
  });
  window.once('ready-to-show', () => {
    if (memory.maximized && !beside) window.maximize();
    window.show();
  });
  window.on('close', () => remember({ bounds: window.getNormalBounds(), maximized: window.isMaximized() }));
  void window.loadURL(url);
  return window;
}
