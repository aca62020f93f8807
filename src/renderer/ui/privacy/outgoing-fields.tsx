import { Alert, Button, Group, Radio, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { disclosureBases } from '#contract/disclosures.ts';
import type { OutgoingState } from './use-outgoing.ts';

const basisForm = z.enum(disclosureBases);

/** Asks whether a list leaves the school: then it is written down, and a directory leaves out who has opted out. */
export function OutgoingFields({ state: { leaves, setLeaves, form } }: { state: OutgoingState }) {
  const { t } = useTranslation(['privacy', 'fields']);
  const { basis } = form.getValues();
  return (
    <Stack gap="xs">
      <Radio.Group label={t('outgoing.question')} value={leaves ? 'yes' : 'no'} onChange={(value) => setLeaves(value === 'yes')}>
        <Group mt={6} gap="xl"><Radio value="no" label={t('outgoing.no')} /><Radio value="yes" label={t('outgoing.yes')} /></Group>
      </Radio.Group>
      {leaves && (
        <>
          <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="xs">
            <TextInput label={t('fields:recipient')} required maxLength={200} {...form.getInputProps('recipient')} />
            <TextInput label={t('fields:purpose')} required maxLength={300} {...form.getInputProps('purpose')} />
            <Select label={t('fields:basis')} required allowDeselect={false} value={basis} data={disclosureBases.map((value) => ({ value, label: t(`basis.${value}`) }))}
              onChange={(value) => form.setFieldValue('basis', basisForm.parse(value))} />
            <TextInput label={t('fields:note')} maxLength={1000} {...form.getInputProps('note')} />
          </SimpleGrid>
          <Text size="sm" c="dimmed">{t('outgoing.hint')} {basis === 'directory' && t('outgoing.directoryHint')}</Text>
        </>
      )}
    </Stack>
  );
}

/** Says, once the list is made, how many are not on it because they opted out. */
export function LeftOut({ count, onClose }: { count: number; onClose: () => void }) {
  const { t } = useTranslation(['privacy', 'common']);
  return (
    <Stack>
      <Alert color="teal" variant="outline" icon={<IconCircleCheck aria-hidden />} title={t('outgoing.madeTitle')} role="status">{t('outgoing.leftOut', { count })}</Alert>
      <Group justify="flex-end"><Button data-autofocus onClick={onClose}>{t('common:actions.close')}</Button></Group>
    </Stack>
  );
}
