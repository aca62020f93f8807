import type { GradingName } from '#contract/grading.ts';
import type { Handlers } from '../kernel/handlers.ts';
import { assessmentHandlers } from './handlers-assessments.ts';
import { gradebookHandlers } from './handlers-gradebook.ts';
import { gradeHandlers } from './handlers-grades.ts';
import { schemeHandlers } from './handlers-schemes.ts';

export const gradingHandlers: Handlers<GradingName> = { ...gradebookHandlers, ...assessmentHandlers, ...schemeHandlers, ...gradeHandlers };
export { resolveScheme } from './load-gradebook.ts';
export { combineTerms, type TermPart } from './rules-posting.ts';
export { isOnScale, roundToScale, type ScaleRange } from './rules-scale.ts';
