import { Badge, Button, Group, Modal, NumberInput, SimpleGrid, Stack, Table, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { PerformanceCategory } from '#contract/conduct.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { useCommand, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { DialogForm, RemoveDialog, RowActions, useSave, validateWith } from '../../ui/index.ts';

export interface CategoriesDialogProps { categories: PerformanceCategory[]; settings: { overdueDays: number }; onClose: () => void }

/** What the school gives daily scores in, and after how many days an open incident is overdue. */
export function CategoriesDialog({ categories, settings, onClose }: CategoriesDialogProps) {
  const { t } = useTranslation(['conduct', 'common']);
  const format = useFormat();
  const [edited, setEdited] = useState<PerformanceCategory | 'new' | null>(null);
  const [removed, setRemoved] = useState<PerformanceCategory | null>(null);
  const archive = useCommand('performance.archiveCategory');
  if (edited) return <CategoryForm category={edited === 'new' ? null : edited} position={categories.length + 1} onClose={() => setEdited(null)} />;
  if (removed) return <RemoveCategory category={removed} onClose={() => setRemoved(null)} />;
  return (
    <Modal opened onClose={onClose} size="lg" title={t('category.title')} closeButtonProps={{ 'aria-label': t('common:actions.close') }}>
      <Stack>
        <Table aria-label={t('category.title')} verticalSpacing={6}>
          <Table.Tbody>
            {categories.map((category) => {
              const name = pickName(format, category.nameEl, category.nameEn);
              return (
                <Table.Tr key={category.id}>
                  <Table.Th scope="row" fw={500}>{name} {category.archivedAt !== null && <Badge variant="outline" color="gray" tt="none">{t('category.archived')}</Badge>}</Table.Th>
                  <Table.Td>{category.min}–{category.max}</Table.Td>
                  <Table.Td>
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button size="compact-sm" variant="subtle" onClick={() => archive.mutate({ id: category.id, rev: category.rev, archived: category.archivedAt === null })}>
                        {category.archivedAt === null ? t('category.archive') : t('category.restore')}
                      </Button>
                      <RowActions what={name} onEdit={() => setEdited(category)} onRemove={() => setRemoved(category)} />
                    </Group>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
        <Group><Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('category.add')}</Button></Group>
        <OverdueField days={settings.overdueDays} />
      </Stack>
    </Modal>
  );
}

function OverdueField({ days }: { days: number }) {
  const { t } = useTranslation(['conduct', 'common']);
  const [value, setValue] = useState<number | string>(days);
  const save = useCommand('conduct.saveSettings');
  const number = Number(value);
  const isRight = Number.isInteger(number) && number >= 1 && number <= 365;
  return (
    <Group align="flex-end" gap="xs">
      <NumberInput label={t('incident.overdueAfter')} w={280} min={1} max={365} allowDecimal={false} value={value} onChange={setValue} />
      <Button variant="default" loading={save.isPending} disabled={!isRight || number === days} onClick={() => save.mutate({ settings: { overdueDays: number } })}>{t('common:actions.save')}</Button>
    </Group>
  );
}

const rules = z.object({ category: contract['performance.saveCategory'].input.shape.category });

function CategoryForm({ category, position, onClose }: { category: PerformanceCategory | null; position: number; onClose: () => void }) {
  const { t } = useTranslation(['conduct', 'fields']);
  const command = useCommand('performance.saveCategory', { handles: errorCodes });
  const { nameEl = '', nameEn = '', min = 1, max = 5, position: at = position } = category ?? {};
  const form = useForm({ initialValues: { category: { nameEl, nameEn, min, max, position: at } }, validate: validateWith(rules) });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit((values) => void save(() => command.mutateAsync({ id: category?.id ?? null, rev: category?.rev ?? null, category: values.category })));
  const number = (name: 'min' | 'max' | 'position') => ({ ...form.getInputProps(`category.${name}`), label: t(`fields:${name}`), allowDecimal: false, min: name === 'min' ? 0 : 1, max: name === 'position' ? 99 : 100 });
  return (
    <DialogForm title={category ? t('category.edit') : t('category.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={2}>
        <TextInput label={t('fields:nameEl')} required data-autofocus {...form.getInputProps('category.nameEl')} />
        <TextInput label={t('fields:nameEn')} required {...form.getInputProps('category.nameEn')} />
      </SimpleGrid>
      <SimpleGrid cols={3}><NumberInput {...number('min')} /><NumberInput {...number('max')} /><NumberInput {...number('position')} /></SimpleGrid>
    </DialogForm>
  );
}

function RemoveCategory({ category, onClose }: { category: PerformanceCategory; onClose: () => void }) {
  const query = useQueryOf('performance.dependents', { id: category.id });
  const format = useFormat();
  const remove = useCommand('performance.removeCategory');
  return (
    <RemoveDialog what={pickName(format, category.nameEl, category.nameEn)} query={query} busy={remove.isPending} onClose={onClose}
      onConfirm={() => remove.mutate({ id: category.id, rev: category.rev }, { onSettled: onClose })} />
  );
}
