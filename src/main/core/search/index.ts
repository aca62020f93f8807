export { searchHandlers } from './handlers.ts';
export { forgetWords, rebuildCards, refreshCards, refreshSearch, refreshStanding } from './repo-index.ts';
export { foldedWords, foldText, sortKeyOf } from './rules-fold.ts';
export { editDistance, soundOf } from './rules-sound.ts';
export { matchExpression } from './rules-words.ts';
