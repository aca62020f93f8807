import { useTranslation } from 'react-i18next';
import type { ErasedKind } from '#contract/privacy.ts';

/** Writes how many records of which kinds, in one line. */
export function useCountWords(): (counts: readonly { kind: ErasedKind; rows: number }[]) => string {
  const { t } = useTranslation('privacy');
  return (counts) => counts.map(({ kind, rows }) => t('retention.kindRows', { kind: t(`kind.${kind}`), rows })).join(', ');
}
