import { z } from 'zod';
import { contract } from '#contract/index.ts';
import type { Answer } from '#contract/errors.ts';
import { toJson } from './base64.ts';
import { subscribeSocket } from './socket.ts';
import type { Transport } from './transport.ts';

const answer = z.custom<Answer<unknown>>((value) => typeof value === 'object' && value !== null && 'ok' in value);
/** Tells our own calls from a form that another site posts at this address. */
const ownHeader = { 'x-rollbook': '1' };

function encode(name: string, input: unknown): { headers: Record<string, string>; body: BodyInit } {
  if (name === 'files.upload') {
    const file = contract['files.upload'].input.parse(input);
    return {
      headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
      body: new Blob([new Uint8Array(file.content)]),
    };
  }
  return { headers: { 'content-type': 'application/json' }, body: toJson(input) };
}

async function decode(response: Response): Promise<Answer<unknown>> {
  const mime = response.headers.get('content-type') ?? '';
  if (mime.includes('json')) return answer.parse(await response.json());
  if (!response.ok) return { ok: false, error: { code: 'internal' } };
  const name = decodeURIComponent(response.headers.get('x-file-name') ?? '');
  return { ok: true, value: { name, mime, content: new Uint8Array(await response.arrayBuffer()) } };
}

/** Calls over HTTP; the session is a cookie that scripts cannot read. */
export function createHttpTransport(): Transport {
  return {
    async invoke(name, input) {
      const { headers, body } = encode(name, input);
      try {
        const response = await fetch(`/rpc/${name}`, {
          method: 'POST', headers: { ...ownHeader, ...headers }, body, credentials: 'same-origin', cache: 'no-store',
        });
        return await decode(response);
      } catch (error) {
        if (error instanceof TypeError) return { ok: false, error: { code: 'busy', messageKey: 'unreachable' } };
        throw error;
      }
    },
    subscribe: subscribeSocket,
  };
}
