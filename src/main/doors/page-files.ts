import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pageHeaders } from './page-headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8',
  '.json': 'application/json', '.map': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon',
  '.woff2': 'font/woff2', '.woff': 'font/woff', '.ttf': 'font/ttf', '.webmanifest': 'application/manifest+json',
};

/** One file of the built page, ready to be sent. */
export interface PageFile {
  content: Buffer<ArrayBuffer>;
  headers: Record<string, string>;
}

/** The file below `folder` that a URL path names; null for anything outside, hidden, or not there. */
export function resolvePagePath(folder: string, urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (/[\0\\:]/.test(path) || path.split('/').some((part) => part.startsWith('.'))) return null;
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return null;
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/** Reads what a URL path names; a path without an extension is a screen of the page, so it gets index.html. */
export async function readPageFile(folder: string, urlPath: string): Promise<PageFile | null> {
  const screen = !/\.[^/]*$/.test(urlPath);
  const file = resolvePagePath(folder, urlPath) ?? (screen ? resolvePagePath(folder, '/index.html') : null);
  if (!file) return null;
  // Vite puts a content hash into the names below assets/: these never change.
  const cache = file.startsWith(join(folder, 'assets') + sep) ? 'public, max-age=31536000, immutable' : 'no-cache';
  const type = types[extname(file)] ?? 'application/octet-stream';
  return { content: await readFile(file), headers: { ...pageHeaders, 'content-type': type, 'cache-control': cache } };
}
