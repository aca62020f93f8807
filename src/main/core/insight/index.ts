export { homeHandlers } from './handlers.ts';
export { bandRanges, findLatestPostedTerm, hasMixedScales } from './repo.ts';
