import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { MomentText } from '../../ui/index.ts';
import type { ImportData } from './import-page.tsx';

type Earlier = NonNullable<ImportData['earlier']>;

/** What of a reading can be the same for another file: columns and decisions, not the cells that were mended. */
const readingOf = ({ target, mapping, options: { translations, defaults, wide, latestYear, match } }: Omit<Earlier, 'fileName' | 'createdAt' | 'profile'>) => JSON.stringify([target, mapping, translations, defaults, wide, latestYear, match]);

/** Offers to read a file as the last one with the same headings was read; nothing where it is read so already. */
export function EarlierOffer({ data, busy, onTake }: { data: ImportData; busy: boolean; onTake: (earlier: Earlier) => void }) {
  const { t } = useTranslation('exchange');
  const { earlier, mapping, options, suggested, import: { target } } = data;
  // The profile by which that one was read is offered already.
  if (!earlier || !mapping || (suggested && suggested.id === earlier.profile?.id)) return null;
  const asEarlier = { ...earlier, mapping: mapping.map((_field, column) => earlier.mapping[column] ?? null) };
  if (readingOf(asEarlier) === readingOf({ target, mapping, options })) return null;
  return (
    <Alert color="blue" title={t('earlier.title', { file: earlier.fileName })}>
      <Group justify="space-between" gap="sm">
        <span>{t('earlier.text')} <MomentText at={earlier.createdAt} /></span>
        <Button size="xs" disabled={busy} onClick={() => onTake(earlier)}>{t('earlier.take')}</Button>
      </Group>
    </Alert>
  );
}
