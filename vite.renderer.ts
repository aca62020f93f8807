import react from '@vitejs/plugin-react';
import preset from 'postcss-preset-mantine';
import type { UserConfig } from 'vite';

/** How the window's pages are built; `chrome130` is the oldest Chromium they run in. */
export const rendererConfig: UserConfig = {
  root: 'src/renderer',
  // electron-vite makes the base relative; screens have addresses of their own (`/students/1`), below which nothing relative is found.
  plugins: [react(), { name: 'absolute-base', config: () => ({ base: '/' }) }],
  css: { postcss: { plugins: [preset()] } },
  build: {
    target: 'chrome130',
    outDir: '../../out/renderer',
    emptyOutDir: true,
    // Fonts and icons as data: URLs would need a wider content policy than the window has for scripts.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
    rollupOptions: { input: 'src/renderer/index.html' },
  },
};
