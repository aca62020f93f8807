import type { ImportProblem } from '#contract/exchange.ts';
import { translateKey } from '../../i18n/dynamic.ts';

/** Why a row is refused, or what there is to say of it, in words: the import's own, or those of the rule that refused it. */
export function describeProblem({ messageKey, params }: ImportProblem): string {
  return translateKey('exchange', messageKey.replace(/^import\./, 'problem.'), params) ?? translateKey('errors', messageKey, params) ?? messageKey;
}
