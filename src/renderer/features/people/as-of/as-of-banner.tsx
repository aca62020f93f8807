import { Alert, Anchor, Group, Text } from '@mantine/core';
import { IconCalendarTime } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/format.ts';

export interface AsOfBannerProps {
  date: string;
  text: string;
  onBack: () => void;
}

/** Says that what is seen is not today's, and leads back. */
export function AsOfBanner({ date, text, onBack }: AsOfBannerProps) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  return (
    <Alert color="yellow" variant="light" icon={<IconCalendarTime aria-hidden />} mb="sm" py="xs" role="status"
      title={(
        <Group gap="sm">
          <span>{t('asOf.title', { date: format.longDate(date) })} — {t('asOf.readOnly')}</span>
          <Anchor component="button" type="button" size="sm" underline="always" onClick={onBack}>{t('asOf.back')}</Anchor>
        </Group>
      )}>
      <Text size="sm">{text}</Text>
    </Alert>
  );
}
