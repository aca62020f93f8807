import type { Socket } from 'node:net';
import cookies from '@fastify/cookie';
import websocket from '@fastify/websocket';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { Answer } from '#contract/errors.ts';
import type { Core } from '../core/kernel/core.ts';
import { readPageFile } from '../doors/page-files.ts';
import { pageHeaders } from '../doors/page-headers.ts';
import { describeContract } from './describe.ts';
import { createEventDoor } from './events.ts';
import { isOwnRequest, readBearer } from './guard.ts';
import { createRpc } from './rpc.ts';

export interface HubOptions {
  core: Core;
  /** Folder of the built renderer. */
  page: string;
  log: (level: 'warn' | 'error', message: string, detail?: Record<string, string | number | null>) => void;
}

/** A running HTTP door. */
export interface Hub { port: number; url: string; close(): Promise<void> }

const megabyte = 1024 * 1024;
const failed = (code: 'forbidden' | 'notFound' | 'invalidInput' | 'internal'): Answer<unknown> => ({ ok: false, error: { code } });

/** Opens the HTTP door on 127.0.0.1; `port` 0 takes a free one. Rejects with EADDRINUSE when the port is taken. */
export async function openHub(options: HubOptions, wantedPort: number): Promise<Hub> {
  // Neither bodies nor addresses are logged: the core keeps its own log, free of personal data.
  const server = fastify({
    logger: false, bodyLimit: 70 * megabyte, forceCloseConnections: true,
    // An address that cannot even be decoded leads nowhere, like any other that is not ours.
    frameworkErrors: (_error, _request, reply: FastifyReply) => reply.headers(pageHeaders).code(404).send(failed('notFound')),
  });
  let port = wantedPort;
  const events = createEventDoor(options.core);

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(pageHeaders);
    if (!isOwnRequest(request.headers, port)) return reply.code(403).send(failed('forbidden'));
  });
  await server.register(cookies);
  await server.register(websocket, { options: { maxPayload: 1024 } });
  // JSON and bytes come in, nothing else.
  server.removeContentTypeParser('text/plain');
  server.addContentTypeParser('application/octet-stream', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  server.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) options.log('error', 'http request failed', { kind: error.name });
    return reply.code(status).send(failed(status >= 500 ? 'internal' : 'invalidInput'));
  });

  // Cookies belong to a host name, not to a port: two programs on one computer must not overwrite each other's.
  const cookieName = (): string => `rollbook_${port}`;
  const tokenOf = (request: FastifyRequest): string | null => readBearer(request.headers) ?? request.cookies[cookieName()] ?? null;

  server.get('/rpc', () => describeContract());
  server.get('/events', { websocket: true }, (socket, request) => void events.accept(socket, tokenOf(request)));
  server.get('/*', async (request, reply) => {
    const found = await readPageFile(options.page, new URL(request.url, 'http://page').pathname);
    return found ? reply.headers(found.headers).send(found.content) : reply.code(404).send(failed('notFound'));
  });
  server.post('/rpc/:name', createRpc({ ...options, cookieName, tokenOf, onSignOut: (token) => events.end(token) }));

  // A socket that was upgraded, or refused to be, is no longer the server's to close: without this the door could wait for it for ever.
  const sockets = new Set<Socket>();
  let isClosing = false;
  server.server.on('connection', (socket: Socket) => {
    if (isClosing) return socket.destroy();
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });

  await server.listen({ host: '127.0.0.1', port: wantedPort });
  const address = server.server.address();
  if (typeof address === 'object' && address) port = address.port;
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    async close() {
      events.close();
      isClosing = true;
      const closed = server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
