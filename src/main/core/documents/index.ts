export { documentHandlers } from './handlers.ts';
export { issueDemonstration } from './issue-demonstration.ts';
export { openListPages, type ListPages } from './list-pages.ts';
export { readLetterhead } from './repo-templates.ts';
export { listDate } from './rules-class-list.ts';
