import { resolve } from 'node:path';
import { defineConfig } from 'electron-vite';
import { rendererConfig } from './vite.renderer.ts';

/** Built for the older of the two Electrons that must run it (tests use 33: Node 20, Chromium 130), whatever is pinned. */
const target = 'node20';
const source = (path: string): string => resolve(import.meta.dirname, 'src', path);

export default defineConfig({
  main: {
    build: {
      target,
      outDir: 'out/main',
      sourcemap: true,
      // Hundreds of small files, read anew by each thread, were most of the time to start: these travel inside the bundle.
      externalizeDeps: { exclude: ['drizzle-orm', 'zod', 'uuidv7'] },
      rolldownOptions: {
        input: {
          index: source('main/index.ts'),
          headless: source('main/headless.ts'),
          thread: source('main/workers/thread.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      target,
      outDir: 'out',
      emptyOutDir: false,
      externalizeDeps: false,
      rolldownOptions: {
        // What Electron reads as CommonJS: a sandboxed preload, and what must be said before it is ready.
        input: { 'preload/index': source('preload/index.ts'), 'main/boot': source('main/boot.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  // electron-vite reads a relative folder from here, Vite from the renderer's own folder: an absolute one means the same to both.
  renderer: { ...rendererConfig, build: { ...rendererConfig.build, outDir: resolve(import.meta.dirname, 'out/renderer') } },
});
