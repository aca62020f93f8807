import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { IssuedDocument } from '#contract/documents.ts';

const colors: Record<IssuedDocument['status'], string> = { issued: 'teal', void: 'red', replaced: 'gray' };

/** Whether a document is in force; the word says it, the colour only helps. */
export function IssuedBadge({ status }: { status: IssuedDocument['status'] }) {
  const { t } = useTranslation('documents');
  return <Badge variant="outline" color={colors[status]} tt="none" fw={500} style={{ color: 'var(--mantine-color-text)' }}>{t(`status.${status}`)}</Badge>;
}
