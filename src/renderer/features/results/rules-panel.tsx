import { Button, Checkbox, Fieldset, Group, NumberInput, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import type { Output } from '#contract/index.ts';
import { meanKinds, resultRules, type ResultRules } from '#contract/results.ts';
import { useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { FormFailure, LoadState, focusFirstError, useSave, validateWith } from '../../ui/index.ts';
import { HonourFields } from './honour-fields.tsx';

const schema = z.object({ rules: resultRules });
const means = z.enum(meanKinds);
/** A number field that is empty holds ''. */
type Loose<T> = { [K in keyof T]: T[K] extends number | null ? number | '' | null : T[K] extends number ? number | '' : T[K] };
type LooseHonour = Loose<ResultRules['honours'][number]>;
export type RuleValues = { rules: Omit<Loose<ResultRules>, 'honours'> & { honours: LooseHonour[] } };

const orNull = (value: number | '' | null) => (value === '' ? null : value);
const toInput = ({ rules }: RuleValues) => ({
  rules: { ...rules, mostFailing: orNull(rules.mostFailing), honours: rules.honours.map((honour) => ({ ...honour, minGrade: orNull(honour.minGrade) })) },
});

/** How results are worked out, as the school decides. */
export function RulesPanel() {
  const query = useQueryOf('results.rules', {});
  return <div style={{ overflow: 'auto' }}><LoadState query={query} lines={10}>{(stored) => <RulesForm key={stored.rev} stored={stored} />}</LoadState></div>;
}

function RulesForm({ stored }: { stored: Output<'results.rules'> }) {
  const { t } = useTranslation('results');
  const mayEdit = useMay()('grading:configure');
  const command = useCommand('results.saveRules', { handles: errorCodes });
  const [saved, setSaved] = useState(false);
  const check = validateWith(schema);
  const form = useForm<RuleValues>({ initialValues: { rules: stored.rules }, validate: (values) => check(toInput(values)) });
  const { failure, save } = useSave(form, () => setSaved(true));
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ rev: stored.rev, rules: schema.parse(toInput(values)).rules })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const values = form.getValues().rules;
  return (
    <form onSubmit={submit} noValidate onChange={() => setSaved(false)}>
      <Fieldset variant="unstyled" disabled={!mayEdit}>
        <Stack maw={900} pb="md">
          <Text size="sm" c="dimmed">{t('rules.intro')}{!mayEdit && ` ${t('rules.readOnly')}`}</Text>
          <Radio.Group label={t('rules.mean')} value={values.mean} onChange={(value) => form.setFieldValue('rules.mean', means.parse(value))}>
            <Group mt={6}>{means.options.map((kind) => <Radio key={kind} value={kind} label={t(`rules.${kind}`)} />)}</Group>
          </Radio.Group>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <NumberInput {...form.getInputProps('rules.meanDecimals')} label={t('rules.meanDecimals')} min={0} max={3} allowDecimal={false} />
            <NumberInput {...form.getInputProps('rules.yearDecimals')} label={t('rules.yearDecimals')} min={0} max={3} allowDecimal={false} />
            <NumberInput {...form.getInputProps('rules.mostFailing')} value={values.mostFailing ?? ''} label={t('rules.mostFailing')} description={t('rules.mostFailingHint')} inputWrapperOrder={['label', 'input', 'description', 'error']}
              min={0} max={50} allowDecimal={false} />
          </SimpleGrid>
          <Checkbox {...form.getInputProps('rules.showRank', { type: 'checkbox' })} label={t('rules.showRank')} />
          <Text size="sm" fw={500}>{t('rules.honours')}</Text>
          {values.honours.map((_honour, index) => (
            // A rule is known by its place: the order of the rules is their meaning.
            <HonourFields key={index} form={form} index={index} mayEdit={mayEdit} />
          ))}
          {mayEdit && (
            <Group>
              <Button variant="default" size="xs" leftSection={<IconPlus size={14} aria-hidden />} disabled={values.honours.length >= 12}
                onClick={() => form.insertListItem('rules.honours', { labelEl: '', labelEn: '', kind: 'greek20', minMean: '', minGrade: null, cleanConduct: false, firstOnly: false })}>{t('rules.addHonour')}</Button>
            </Group>
          )}
          <FormFailure failure={failure} />
          {mayEdit && <Group><Button type="submit" loading={command.isPending}>{t('rules.save')}</Button>{saved && <Text size="sm" role="status">{t('rules.saved')}</Text>}</Group>}
        </Stack>
      </Fieldset>
    </form>
  );
}
