export { duplicateHandlers } from './handlers.ts';
