import { Button, Checkbox, Group, NumberInput, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { attendanceSettings, type AttendanceSettings } from '#contract/attendance.ts';
import { errorCodes } from '#contract/errors.ts';
import { useCommand } from '../../../client/index.ts';
import { FormFailure, useSave, validateWith } from '../../../ui/index.ts';

const numbers = ['lessonHours', 'dayMinutes', 'fullDayMinutes', 'halfDayMinutes'] as const;
const flags = ['expectsDays', 'expectsLessons'] as const;

/** How a day is reckoned, and what is expected to be taken. */
export function MeasuresForm({ settings, rev }: { settings: AttendanceSettings; rev: number }) {
  const { t } = useTranslation(['attendance', 'fields']);
  const command = useCommand('attendance.saveSettings', { handles: errorCodes });
  const form = useForm({ initialValues: { settings }, validate: validateWith(z.object({ settings: attendanceSettings })) });
  const { failure, save } = useSave(form, () => undefined);
  const submit = form.onSubmit((values) => void save(() => command.mutateAsync({ rev, settings: values.settings })));
  return (
    <Paper component="section" aria-label={t('setup.measures')}>
      <Title order={2} size="h3">{t('setup.measures')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('setup.measuresHint')}</Text>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          {flags.map((flag) => <Checkbox key={flag} label={t(`fields:${flag}`)} {...form.getInputProps(`settings.${flag}`, { type: 'checkbox' })} />)}
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} style={{ alignItems: 'end' }}>
            {numbers.map((name) => <NumberInput key={name} label={t(`fields:${name}`)} min={1} max={720} allowDecimal={false} {...form.getInputProps(`settings.${name}`)} />)}
          </SimpleGrid>
          <FormFailure failure={failure} />
          <Group><Button type="submit" loading={command.isPending} disabled={!form.isDirty()}>{t('setup.saveMeasures')}</Button></Group>
        </Stack>
      </form>
    </Paper>
  );
}
