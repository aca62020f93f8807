import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Answer } from '#contract/errors.ts';
import type { AppEvent } from '#contract/events.ts';

const listeners = new Set<(event: AppEvent) => void>();
ipcRenderer.on('event', (_event: IpcRendererEvent, event: AppEvent) => {
  for (const listener of listeners) listener(event);
});

/** Everything that the page can reach of this computer. */
contextBridge.exposeInMainWorld('rollbook', {
  invoke: (name: string, input: unknown): Promise<Answer<unknown>> => ipcRenderer.invoke('rpc', { name, input }),
  subscribe(listener: (event: AppEvent) => void): () => void {
    listeners.add(listener);
    return () => { listeners.delete(listener); };
  },
  platform: process.platform,
});
