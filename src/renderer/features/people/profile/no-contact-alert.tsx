import { Alert, List } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { writeName } from '../student-name.ts';

/** Who must not be in contact with the student: above everything else on the profile. */
export function NoContactAlert({ studentId }: { studentId: string }) {
  const { t } = useTranslation(['people', 'common', 'family']);
  const format = useFormat();
  const { data } = useQueryOf('guardians.list', { studentId });
  const barred = data?.guardians.filter(({ isBarred }) => isBarred) ?? [];
  if (barred.length === 0) return null;
  return (
    <Alert color="red" variant="filled" icon={<IconBan aria-hidden />} title={t('noContact.title')} mb="md" role="alert" styles={{ root: { background: '#a61b1b' } }}>
      {t('noContact.text')}
      <List size="sm" mt={4} c="white">
        {barred.map((guardian) => (
          <List.Item key={guardian.id}>
            {writeName(format, guardian)} ({t(`common:relation.${guardian.relation}`)})
            {guardian.noContactNote && `: ${guardian.noContactNote}`}
            {guardian.noContactUntil && ` (${t('family:guardian.until', { date: format.date(guardian.noContactUntil) })})`}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
