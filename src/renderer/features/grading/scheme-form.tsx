import { ActionIcon, Alert, Button, Group, NumberInput, Select, SimpleGrid, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { errorCodes } from '#contract/errors.ts';
import { missingPolicies, type SchemeDetails } from '#contract/grading-parts.ts';
import { contract, type Output } from '#contract/index.ts';
import { useCommand } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { DialogForm, focusFirstError, useSave, validateWith } from '../../ui/index.ts';
import type { Level } from './scheme-dialog.tsx';

type Stored = Output<'schemes.get'>['schemes'][number];
export interface SchemeFormProps {
  level: Level; sectionId: string; courseId: string;
  /** The level's own scheme, and the one that holds without it. */
  own: Stored | null; above: Stored | null;
  mayEdit: boolean; reason: string | null; choose: ReactNode; onClose: () => void;
}
interface Values { missingPolicy: SchemeDetails['missingPolicy']; penaltyPerAbsence: number | null; penaltyCap: number | null; categories: { id: string | null; nameEl: string; nameEn: string; weight: number; dropLowest: number; assessments: number }[] }
const rules = z.object({ scheme: contract['schemes.saveForSection'].input.shape.scheme });
const policyForm = z.enum(missingPolicies);
const orNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

function valuesOf(scheme: Stored | null): Values {
  if (!scheme) return { missingPolicy: 'zero', penaltyPerAbsence: null, penaltyCap: null, categories: [] };
  const { missingPolicy, penaltyPerAbsence, penaltyCap, categories } = scheme;
  return { missingPolicy, penaltyPerAbsence, penaltyCap, categories };
}

/** Categories with weights, what missing work counts as, and the penalty for absences. */
export function SchemeForm({ level, sectionId, courseId, own, above, mayEdit, reason, choose, onClose }: SchemeFormProps) {
  const { t } = useTranslation(['grading', 'common']);
  const format = useFormat();
  const saveSection = useCommand('schemes.saveForSection', { handles: errorCodes });
  const saveShared = useCommand('schemes.save', { handles: errorCodes });
  const back = useCommand('schemes.removeForSection');
  const form = useForm<{ scheme: Values }>({ initialValues: { scheme: valuesOf(own ?? above) }, validate: validateWith(rules) });
  const { failure, save } = useSave(form, onClose);
  const { categories } = form.values.scheme;
  const total = categories.reduce((sum, { weight }) => sum + (Number(weight) || 0), 0);
  const submit = form.onSubmit(({ scheme }) => void save(() => {
    if (!mayEdit) return Promise.resolve();
    return level === 'section' ? saveSection.mutateAsync({ sectionId, rev: own?.rev ?? null, scheme, reason })
      : saveShared.mutateAsync({ courseId: level === 'course' ? courseId : null, rev: own?.rev ?? null, scheme });
  }), (errors) => focusFirstError(form, Object.keys(errors)));
  const decimal = { decimalSeparator: format.language === 'el' ? ',' : '.', decimalScale: 2, min: 0, disabled: !mayEdit, hideControls: true } as const;
  const nameOf = (index: number) => pickName(format, categories[index]?.nameEl ?? '', categories[index]?.nameEn ?? '') || String(index + 1);
  return (
    <DialogForm size="xl" title={t('schemeDialog.title')} busy={saveSection.isPending || saveShared.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      {choose}
      {own === null && above && <Text size="sm" c="dimmed">{t('schemeDialog.inherited')}</Text>}
      {own?.isPosted && <Alert color="gray" variant="outline" py="xs">{t('schemeDialog.version', { version: own.version })}. {t('schemeDialog.posted')}</Alert>}
      {categories.length === 0 ? <Text size="sm">{t('schemeDialog.none')}</Text> : (
        <Table.ScrollContainer minWidth={560}>
          <Table aria-label={t('schemeDialog.title')} verticalSpacing={4} horizontalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                {(['nameEl', 'nameEn', 'weight', 'share', 'drop'] as const).map((name) => <Table.Th key={name} style={{ fontSize: 12 }}>{t(`schemeDialog.${name}`)}</Table.Th>)}
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {categories.map((category, index) => (
                <Table.Tr key={category.id ?? `new${index}`}>
                  <Table.Td><TextInput aria-label={t('schemeDialog.nameEl')} disabled={!mayEdit} {...form.getInputProps(`scheme.categories.${index}.nameEl`)} /></Table.Td>
                  <Table.Td><TextInput aria-label={t('schemeDialog.nameEn')} disabled={!mayEdit} {...form.getInputProps(`scheme.categories.${index}.nameEn`)} /></Table.Td>
                  <Table.Td w={80}><NumberInput aria-label={t('schemeDialog.weight')} {...decimal} {...form.getInputProps(`scheme.categories.${index}.weight`)} /></Table.Td>
                  <Table.Td w={64}>{total > 0 ? format.percent((Number(category.weight) || 0) / total) : ''}</Table.Td>
                  <Table.Td w={80}><NumberInput aria-label={t('schemeDialog.drop')} {...decimal} decimalScale={0} {...form.getInputProps(`scheme.categories.${index}.dropLowest`)} /></Table.Td>
                  <Table.Td w={76}>
                    {mayEdit && (
                      <Group gap={2} wrap="nowrap">
                        <ActionIcon variant="subtle" disabled={index === 0} aria-label={t('schemeDialog.up', { name: nameOf(index) })} onClick={() => form.reorderListItem('scheme.categories', { from: index, to: index - 1 })}><IconArrowUp size={16} aria-hidden /></ActionIcon>
                        <ActionIcon variant="subtle" color="gray" disabled={category.assessments > 0} aria-label={t('schemeDialog.remove', { name: nameOf(index) })}
                          title={category.assessments > 0 ? t('schemeDialog.inUse', { count: category.assessments }) : undefined} onClick={() => form.removeListItem('scheme.categories', index)}><IconTrash size={16} aria-hidden /></ActionIcon>
                      </Group>
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {mayEdit && (
        <Group justify="space-between">
          <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => form.insertListItem('scheme.categories', { id: null, nameEl: '', nameEn: '', weight: 10, dropLowest: 0, assessments: 0 })}>{t('schemeDialog.add')}</Button>
          {level === 'section' && own && <Button variant="subtle" size="compact-sm" loading={back.isPending} onClick={() => back.mutate({ sectionId, rev: own.rev, reason }, { onSuccess: onClose })}>{t('schemeDialog.back')}</Button>}
        </Group>
      )}
      <SimpleGrid cols={{ base: 1, sm: 3 }} verticalSpacing="sm" style={{ alignItems: 'end' }}>
        <Select label={t('schemeDialog.missing')} allowDeselect={false} disabled={!mayEdit} value={form.values.scheme.missingPolicy}
          data={[{ value: 'zero', label: t('schemeDialog.zero') }, { value: 'drop', label: t('schemeDialog.dropped') }]} onChange={(value) => form.setFieldValue('scheme.missingPolicy', policyForm.parse(value))} />
        {(['penaltyPerAbsence', 'penaltyCap'] as const).map((name) => (
          <NumberInput key={name} label={t(name === 'penaltyCap' ? 'schemeDialog.cap' : 'schemeDialog.penalty')} {...decimal} error={form.errors[`scheme.${name}`]}
            value={form.values.scheme[name] ?? ''} onChange={(value) => form.setFieldValue(`scheme.${name}`, orNull(value))} />
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed">{t('schemeDialog.penaltyHint')}</Text>
    </DialogForm>
  );
}
