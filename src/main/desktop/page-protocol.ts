import type { Session } from 'electron';
import { readPageFile } from '../doors/page-files.ts';
import { pageHost, pageScheme } from './sender.ts';

/** Serves the built page at `app://rollbook/`, and nothing else at any other host or method. */
export function servePage(session: Session, folder: string): void {
  const refuse = (status: number): Response => new Response(null, { status });
  session.protocol.handle(pageScheme, async (request) => {
    const url = new URL(request.url);
    if (url.host !== pageHost || request.method !== 'GET') return refuse(403);
    const file = await readPageFile(folder, url.pathname);
    return file ? new Response(file.content, { headers: file.headers }) : refuse(404);
  });
}
