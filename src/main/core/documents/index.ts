export { documentHandlers } from './handlers.ts';
export { issueDemonstration } from './issue-demonstration.ts';
