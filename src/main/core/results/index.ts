import type { Handlers, Named } from '../kernel/handlers.ts';
import { resultHandlers } from './handlers-results.ts';
import { scaleHandlers } from './handlers-scales.ts';
import { transcriptHandlers } from './handlers-transcripts.ts';

export const resultsHandlers: Handlers<Named<'results'> | Named<'scales'> | Named<'transcripts'>> = { ...resultHandlers, ...scaleHandlers, ...transcriptHandlers };
export { isAmong } from './rules-list.ts';
export { readRules, readYearResults } from './read-results.ts';
export { readScaleMap } from './repo-scales.ts';
export { bandOf, markOf, type Scale } from './rules-scale.ts';
export { defaultRules } from './rules-defaults.ts';
export type { StudentResult } from './rules-class.ts';
export { listYearLines } from './year-lines.ts';
