import { parentPort } from 'node:worker_threads';
import { heavyBuffers } from '../core/threads/hand-over.ts';
import { serve } from '../core/threads/serve.ts';

/** Every thread's entry: writer, readers, import and work differ only in which calls the main process sends them. */
const port = parentPort;
if (!port) throw new Error('this file is the entry of a worker thread');
const { receive } = serve((message) => port.postMessage(message, message.kind === 'outcome' && message.outcome.answer.ok ? heavyBuffers(message.outcome.answer.value) : []));
port.on('message', (message) => void receive(message));
