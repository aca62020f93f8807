import type { Samples } from './samples.ts';

/** Calls about the record of what was done, refused and read. */
export const auditSamples = {
  'audit.list': () => ({ filter: {} }),
  'audit.get': () => ({ id: 1 }),
  'audit.choices': () => ({}),
  'audit.export': () => ({ filter: {}, format: 'csv', language: 'el' }),
  'audit.chain': () => ({}),
  'audit.verify': () => ({}),
} satisfies Partial<Samples>;
