export { rolloverHandlers } from './handlers.ts';
