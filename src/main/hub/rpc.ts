import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Answer } from '#contract/errors.ts';
import { hideToken, takeToken } from '../doors/session.ts';
import type { HubOptions } from './server.ts';
import { isDeliberate, readBearer } from './guard.ts';
import { httpStatus } from './status.ts';

/** What an answer is that is nothing but a file, whichever procedure gives it. */
const file = z.strictObject({ name: z.string(), mime: z.string(), content: z.instanceof(Uint8Array) });
const fileName = z.string().max(2000);

/** What a request body says: JSON as it stands, a binary body as a file with its name. */
function readInput(request: FastifyRequest): unknown {
  if (!Buffer.isBuffer(request.body)) return request.body ?? {};
  const name = fileName.safeParse(request.headers['x-file-name']);
  try {
    return { name: decodeURIComponent(name.data ?? ''), content: request.body };
  } catch {
    return { name: '', content: request.body };
  }
}

function sendFile(reply: FastifyReply, answer: z.infer<typeof file>): FastifyReply {
  const name = encodeURIComponent(answer.name);
  // JSON is our own answers' type: a file never travels as such, or the page could not tell the two apart.
  const mime = /^[\w.+-]+\/[\w.+-]+$/.test(answer.mime) && !answer.mime.includes('json') ? answer.mime : 'application/octet-stream';
  return reply
    .header('content-type', mime)
    .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
    .header('x-file-name', name)
    .send(Buffer.from(answer.content));
}

interface RpcOptions extends HubOptions {
  cookieName(): string;
  tokenOf(request: FastifyRequest): string | null;
  onSignOut(token: string): void;
}

/** `POST /rpc/<name>`: hands the call to the core and its answer back. */
export function createRpc({ core, cookieName, tokenOf, onSignOut }: RpcOptions) {
  const cookie = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

  function keepSession(request: FastifyRequest, reply: FastifyReply, answer: Answer<unknown>): Answer<unknown> {
    const token = takeToken(answer);
    if (!token || request.headers['x-rollbook-token'] === '1') return answer;
    reply.setCookie(cookieName(), token, cookie);
    return hideToken(answer);
  }

  return async (request: FastifyRequest<{ Params: { name: string } }>, reply: FastifyReply): Promise<FastifyReply> => {
    if (!isDeliberate(request.headers)) {
      return reply.code(403).send({ ok: false, error: { code: 'forbidden', messageKey: 'headerMissing' } } satisfies Answer<unknown>);
    }
    const script = readBearer(request.headers) !== null || request.headers['x-rollbook-token'] === '1';
    const token = tokenOf(request);
    const { name } = request.params;
    const answer = await core.call({ name, input: readInput(request), token, door: 'headless', device: script ? 'script' : 'browser' });
    if (!answer.ok) return reply.code(httpStatus[answer.error.code]).send(answer);
    if (name === 'auth.signIn') return reply.send(keepSession(request, reply, answer));
    if (name === 'auth.signOut' && token) {
      onSignOut(token);
      reply.clearCookie(cookieName(), cookie);
    }
    const binary = file.safeParse(answer.value);
    return binary.success ? sendFile(reply, binary.data) : reply.send(answer);
  };
}
