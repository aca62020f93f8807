export { createCore } from './kernel/create-core.ts';
export type { CallRequest, Core, CoreOptions, KeyStore } from './kernel/core.ts';
