import { useTranslation } from 'react-i18next';
import type { RuleDraft, VisibilityRule } from '#contract/visibility.ts';
import { useFormat } from '../../../i18n/format.ts';
import { nameOf } from '../words.ts';

interface Named { nameEl: string; nameEn: string }
type Sentence = (rule: { role: Named; viewer: Named | null; target: Named; span: RuleDraft['span'] }) => string;

/** Says a rule as one would say it. */
export function useRuleSentence(): Sentence {
  const { t } = useTranslation('roles');
  const format = useFormat();
  return ({ role, viewer, target, span }) => {
    const names = { role: nameOf(format, role), target: nameOf(format, target) };
    return viewer ? t(`rules.sentence.${span}`, { ...names, viewer: nameOf(format, viewer) }) : t(`rules.sentenceAny.${span}`, names);
  };
}

/** The names that a draft speaks of, once it is complete enough to be said. */
export function nameDraft(draft: RuleDraft, roles: readonly (Named & { key: string })[], departments: readonly VisibilityRule['target'][]): Parameters<Sentence>[0] | null {
  const role = roles.find(({ key }) => key === draft.role), target = departments.find(({ id }) => id === draft.targetOrgId);
  return role && target ? { role, target, viewer: departments.find(({ id }) => id === draft.viewerOrgId) ?? null, span: draft.span } : null;
}
