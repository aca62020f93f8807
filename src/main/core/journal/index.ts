export { describeObstacles, historyHandlers } from './handlers.ts';
export { undoChangeSet } from './undo.ts';
export type { Obstacle } from './obstacles.ts';
export { countDependents, removeWithDependents, type Dependents } from './dependents.ts';
export { findChangeSetBefore, findOrigin, readImageAsOf, readImagesAsOf } from './repo-as-of.ts';
export { references, type Reference } from './owners.ts';
export { journaledTables } from './triggers.ts';
export { writeAuditEntry, type AuditFacts, type AuditNote } from './audit-entry.ts';
