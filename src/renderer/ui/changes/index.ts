export { BlockedAlert, BlockerLinks } from './blockers.tsx';
export { ChangeCells, type ChangeCell } from './change-cells.tsx';
export { ChangeDetails } from './change-details.tsx';
export { ChangeList } from './change-list.tsx';
export { ChangeHead, ChangeMarks } from './change-head.tsx';
export { listEntities } from './list-entities.ts';
export { useValueWords } from './use-value-words.ts';
export { writeValue, type ValueWords } from './write-value.ts';
