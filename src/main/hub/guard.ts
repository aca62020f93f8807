import type { IncomingHttpHeaders } from 'node:http';

/** Names under which this host answers. A page elsewhere whose name resolves to loopback (DNS rebinding) sends its own name. */
export function listHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** Whether a request names this host and, where it comes from a page, comes from our own. */
export function isOwnRequest(headers: IncomingHttpHeaders, port: number): boolean {
  const hosts = listHosts(port);
  if (!hosts.includes(headers.host ?? '')) return false;
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}

/** The token of a script; null where there is none. */
export function readBearer(headers: IncomingHttpHeaders): string | null {
  return /^Bearer ([\w.~+/=-]{1,512})$/.exec(headers.authorization ?? '')?.[1] ?? null;
}

/** A call must carry a header that another site's form cannot send. */
export function isDeliberate(headers: IncomingHttpHeaders): boolean {
  return headers['x-rollbook'] === '1' || headers['x-rollbook-token'] === '1' || readBearer(headers) !== null;
}
