import { Alert, Checkbox, Radio, ScrollArea, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { relations } from '#contract/people.ts';
import { useCommand, useQueryOf } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { DialogForm, useSave, validateWith } from '../../../../ui/index.ts';
import { writeName } from '../../student-name.ts';

const relationForm = z.enum(relations);
const rules = z.object({ personId: z.uuid('required'), link: contract['guardians.link'].input.shape.link });
const flags = ['custody', 'mayPickUp', 'receivesReports'] as const;

/** Finds a person who is already a guardian, and makes them this student's guardian, too. */
export function LinkGuardianDialog({ studentId, nextPriority, onClose }: { studentId: string; nextPriority: number; onClose: () => void }) {
  const { t } = useTranslation(['family', 'fields', 'common']);
  const format = useFormat();
  const command = useCommand('guardians.link', { handles: errorCodes });
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 80);
  const search = useQueryOf('guardians.search', { studentId, text }, { enabled: text.length > 1, keep: true });
  const form = useForm({
    initialValues: { personId: '', link: { relation: relations[0] as (typeof relations)[number], priority: nextPriority, custody: true, mayPickUp: true, receivesReports: true } },
    validate: validateWith(rules),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(({ personId, link }) => void save(() => command.mutateAsync({ studentId, personId, link })));
  const found = text.length > 1 ? search.data?.found ?? [] : [];
  return (
    <DialogForm title={t('guardian.linkTitle')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <TextInput label={t('guardian.search')} description={t('guardian.searchHint')} value={typed} onChange={(event) => setTyped(event.currentTarget.value)} data-autofocus autoComplete="off" />
      {text.length > 1 && search.data && found.length === 0 && <Alert color="gray" variant="light" c="var(--mantine-color-text)" role="status">{t('guardian.nobody')}</Alert>}
      {found.length > 0 && (
        <Radio.Group label={t('guardian.choose')} error={form.errors.personId} value={form.getValues().personId} onChange={(personId) => form.setFieldValue('personId', personId)}>
          <ScrollArea.Autosize mah={220} mt={4} viewportProps={{ tabIndex: 0, 'aria-label': t('guardian.choose') }}>
            <Stack gap={8}>
              {found.map((person) => (
                <Radio key={person.personId} value={person.personId} label={[writeName(format, person), person.mobile].filter(Boolean).join(' · ')}
                  description={t('guardian.childrenOf', { names: person.children.map((child) => [writeName(format, child), child.division && `(${child.division})`].filter(Boolean).join(' ')).join(', ') })} />
              ))}
            </Stack>
          </ScrollArea.Autosize>
        </Radio.Group>
      )}
      {found.length === 0 && form.errors.personId && <Text size="sm" c="var(--mantine-color-error)" role="alert">{form.errors.personId}</Text>}
      <Select label={t('fields:relation')} required allowDeselect={false} maw={260} value={form.getValues().link.relation}
        data={relations.map((value) => ({ value, label: t(`common:relation.${value}`) }))} onChange={(value) => form.setFieldValue('link.relation', relationForm.parse(value))} />
      <Stack gap="xs">
        {flags.map((flag) => <Checkbox key={flag} label={t(`fields:${flag}`)} {...form.getInputProps(`link.${flag}`, { type: 'checkbox' })} />)}
      </Stack>
    </DialogForm>
  );
}
