import { Button, Group, NumberInput, SimpleGrid, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AccessPolicy } from '#contract/access.ts';
import { errorCodes, type Failure } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { toFailure, useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { applyFieldErrors, focusFirstError, FormFailure, LoadState, validateWith } from '../../ui/index.ts';
import { Section } from './section.tsx';

const rules = z.object({ policy: contract['accessPolicy.save'].input.shape.policy });
/** In the order in which they are read, with the bounds of the contract. */
const numbers: readonly { name: keyof AccessPolicy; min: number; max: number }[] = [
  { name: 'passwordLength', min: 10, max: 64 }, { name: 'passwordDays', min: 0, max: 730 }, { name: 'lockAfter', min: 3, max: 50 },
  { name: 'lockMinutes', min: 1, max: 1440 }, { name: 'sessionHours', min: 1, max: 72 }, { name: 'idleAtMost', min: 0, max: 240 },
];

/** What the school asks of passwords, sign-ins and screens left alone. */
export function SecurityRulesSection() {
  const { t } = useTranslation('settings');
  const query = useQueryOf('accessPolicy.get', {});
  const readOnly = !useMay()('settings:edit');
  return (
    <Section id="security" title={t('security.title')} text={t(readOnly ? 'security.readOnly' : 'security.text')}>
      <LoadState query={query}>{(data) => <SecurityForm data={data} readOnly={readOnly} />}</LoadState>
    </Section>
  );
}

function SecurityForm({ data, readOnly }: { data: Output<'accessPolicy.get'>; readOnly: boolean }) {
  const { t } = useTranslation(['settings', 'common']);
  const form = useForm({ mode: 'controlled', initialValues: { policy: data.policy }, validate: validateWith(rules) });
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = useCommand('accessPolicy.save', { handles: errorCodes });
  useEffect(() => {
    if (form.isDirty()) return;
    form.setInitialValues({ policy: data.policy });
    form.setValues({ policy: data.policy });
    // Only a change of the saved rules may touch the form, not each new render of it.
  }, [data.rev]);
  const submit = form.onSubmit(({ policy }) => {
    setFailure(null);
    save.mutate({ rev: data.rev, policy }, {
      onSuccess: () => form.resetDirty(),
      onError: (error) => {
        const refusal = toFailure(error);
        if (refusal.code !== 'cancelled') setFailure(refusal);
        applyFieldErrors(form, refusal);
      },
    });
  }, (errors) => focusFirstError(form, Object.keys(errors)));
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} verticalSpacing="sm">
          {numbers.map(({ name, min, max }) => (
            <NumberInput key={name} label={t(`security.${name}`)} description={t(`security.${name}Hint`)} inputWrapperOrder={['label', 'input', 'description', 'error']}
              min={min} max={max} allowDecimal={false} readOnly={readOnly} hideControls={readOnly} {...form.getInputProps(`policy.${name}`)} />
          ))}
        </SimpleGrid>
        <FormFailure failure={failure} />
        {!readOnly && <Group justify="flex-end"><Button type="submit" variant="default" loading={save.isPending} disabled={!form.isDirty()}>{t('common:actions.save')}</Button></Group>}
      </Stack>
    </form>
  );
}
