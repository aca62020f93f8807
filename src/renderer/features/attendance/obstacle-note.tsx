import { Alert } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';

type Day = Pick<Output<'attendance.choices'>, 'obstacle' | 'note'>;

/** Why a day cannot be taken, and the way out. */
export function ObstacleNote({ day: { obstacle, note } }: { day: Day }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  if (obstacle === null) return null;
  const label = note ? pickName(format, note.labelEl, note.labelEn) : '';
  return (
    <Alert color="gray" variant="outline" icon={<IconCalendarOff aria-hidden />} title={t(`obstacle.${obstacle}`)}>
      {label && <>{label}. </>}{obstacle === 'notSchoolDay' && t('obstacle.notSchoolDayDo')}
    </Alert>
  );
}
