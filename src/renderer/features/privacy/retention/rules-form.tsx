import { Badge, Button, Checkbox, Group, NumberInput, Stack, Table, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { errorCodes } from '#contract/errors.ts';
import { contract, type Output } from '#contract/index.ts';
import { useCommand, useMay } from '../../../client/index.ts';
import { focusFirstError, FormFailure, useSave, validateWith } from '../../../ui/index.ts';

type Rules = Output<'retention.rules'>['rules'];

/** The years for which each kind is kept. Saving them erases nothing. */
export function RulesForm({ rules }: { rules: Rules }) {
  const { t } = useTranslation('privacy');
  const mayConfigure = useMay()('privacy:configure');
  const command = useCommand('retention.saveRules', { handles: errorCodes });
  const form = useForm<{ rules: Rules }>({ mode: 'controlled', initialValues: { rules }, validate: validateWith(contract['retention.saveRules'].input) });
  const { failure, save } = useSave(form, () => form.resetDirty());
  const submit = form.onSubmit((values) => void save(() => command.mutateAsync(values)), (errors) => focusFirstError(form, Object.keys(errors)));
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" component="section" aria-label={t('retention.rules')}>
        <Title order={2} size="h3">{t('retention.rules')}</Title>
        <Table verticalSpacing={6} maw={720} aria-label={t('retention.rules')}>
          <Table.Thead>
            <Table.Tr><Table.Th>{t('retention.kindHead')}</Table.Th><Table.Th w={210}>{t('retention.years')}</Table.Th><Table.Th w={110}>{t('retention.active')}</Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {form.values.rules.map((rule, at) => (
              <Table.Tr key={rule.kind}>
                <Table.Th scope="row" fw={500}>{t(`kind.${rule.kind}`)}</Table.Th>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap">
                    <NumberInput size="xs" w={90} min={1} max={80} allowDecimal={false} clampBehavior="none" readOnly={!mayConfigure} aria-label={t('retention.yearsOf', { kind: t(`kind.${rule.kind}`) })} {...form.getInputProps(`rules.${at}.years`)} />
                    {rule.rev === null && <Badge variant="outline" color="gray" tt="none">{t('retention.proposed')}</Badge>}
                  </Group>
                </Table.Td>
                <Table.Td><Checkbox disabled={!mayConfigure} aria-label={t('retention.activeOf', { kind: t(`kind.${rule.kind}`) })} {...form.getInputProps(`rules.${at}.active`, { type: 'checkbox' })} /></Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text size="sm" c="dimmed">{t('retention.never')}</Text>
        <FormFailure failure={failure} />
        {mayConfigure && <Group><Button type="submit" loading={command.isPending} disabled={!form.isDirty() && rules.every(({ rev }) => rev !== null)}>{t('retention.save')}</Button></Group>}
      </Stack>
    </form>
  );
}
