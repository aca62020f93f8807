import { Alert, Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportData } from './import-page.tsx';

interface ProfileNotesProps { data: ImportData; busy: boolean; onTake: (profileId: string) => void }

/** Offers the profile that fits a file, or says what the one that it is read by misses there. */
export function ProfileNotes({ data: { profile, suggested }, busy, onTake }: ProfileNotesProps) {
  const { t } = useTranslation('exchange');
  if (suggested) {
    return (
      <Alert color="blue" title={t('profile.fits', { name: suggested.name })}>
        <Group justify="space-between" gap="sm">
          <span>{t('profile.fitsText')}</span>
          <Button size="xs" disabled={busy} onClick={() => onTake(suggested.id)}>{t('profile.take')}</Button>
        </Group>
      </Alert>
    );
  }
  if (!profile || profile.missing.length === 0) return null;
  return (
    <Alert color="orange" role="status" title={t('profile.missing', { name: profile.name, count: profile.missing.length })}>
      {profile.missing.join(' · ')}
    </Alert>
  );
}
