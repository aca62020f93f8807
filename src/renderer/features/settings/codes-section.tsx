import { Badge, Button, Group, Select, SimpleGrid, Table, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { codeKinds, type EnrolmentCode } from '#contract/enrolment.ts';
import { errorCodes } from '#contract/errors.ts';
import { contract } from '#contract/index.ts';
import { useCommand, useMay, useQueryOf } from '../../client/index.ts';
import { pickName, useFormat } from '../../i18n/format.ts';
import { DialogForm, focusFirstError, LoadState, useSave, validateWith } from '../../ui/index.ts';
import { Section } from './section.tsx';

/** The school's reasons of entry and exit. */
export function CodesSection() {
  const { t } = useTranslation('enrolment');
  const may = useMay();
  const query = useQueryOf('enrolmentCodes.list', {});
  const [edited, setEdited] = useState<EnrolmentCode | 'new' | null>(null);
  return (
    <Section id="enrolment-codes" title={t('codes.title')}>
      <Text size="sm" c="dimmed" mb="sm">{t('codes.text')}</Text>
      <LoadState query={query}>{({ codes }) => <CodesTable codes={codes} onEdit={may('structure:edit') ? setEdited : null} />}</LoadState>
      {may('structure:create') && <Group mt="sm"><Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>{t('codes.add')}</Button></Group>}
      {edited && <CodeDialog code={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}

function CodesTable({ codes, onEdit }: { codes: EnrolmentCode[]; onEdit: ((code: EnrolmentCode) => void) | null }) {
  const { t } = useTranslation(['enrolment', 'fields', 'common']);
  const format = useFormat();
  const archive = useCommand('enrolmentCodes.archive');
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table aria-label={t('codes.table')} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('codes.kind')}</Table.Th><Table.Th>{t('fields:label')}</Table.Th><Table.Th>{t('fields:code')}</Table.Th><Table.Th>{t('fields:officialCode')}</Table.Th>
            {onEdit && <Table.Th aria-label={t('common:actions.edit')} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {codes.map((code) => {
            const name = pickName(format, code.labelEl, code.labelEn);
            return (
              <Table.Tr key={code.id}>
                <Table.Td>{t(`codes.${code.kind}`)}</Table.Td>
                <Table.Th scope="row" fw={500}>{name} {code.archived && <Badge color="gray" variant="outline" tt="none" ml="xs">{t('codes.archived')}</Badge>}</Table.Th>
                <Table.Td>{code.code}</Table.Td><Table.Td>{code.officialCode}</Table.Td>
                {onEdit && (
                  <Table.Td>
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button size="compact-xs" variant="subtle" aria-label={t('common:editWhat', { what: name })} onClick={() => onEdit(code)}>{t('common:actions.edit')}</Button>
                      <Button size="compact-xs" variant="subtle" aria-label={`${t(code.archived ? 'codes.unarchive' : 'codes.archive')}: ${name}`}
                        onClick={() => archive.mutate({ id: code.id, rev: code.rev, archived: !code.archived })}>{t(code.archived ? 'codes.unarchive' : 'codes.archive')}</Button>
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const rules = z.object({ code: contract['enrolmentCodes.save'].input.shape.code });
const kindForm = z.enum(codeKinds);

function CodeDialog({ code, onClose }: { code: EnrolmentCode | null; onClose: () => void }) {
  const { t } = useTranslation(['enrolment', 'fields']);
  const command = useCommand('enrolmentCodes.save', { handles: errorCodes });
  const form = useForm<{ code: { kind: 'entry' | 'exit'; code: string; labelEl: string; labelEn: string; officialCode: string } }>({
    initialValues: { code: { kind: code?.kind ?? 'entry', code: code?.code ?? '', labelEl: code?.labelEl ?? '', labelEn: code?.labelEn ?? '', officialCode: code?.officialCode ?? '' } },
    validate: validateWith(rules),
  });
  const { failure, save } = useSave(form, onClose);
  const submit = form.onSubmit(
    (values) => void save(() => command.mutateAsync({ id: code?.id ?? null, rev: code?.rev ?? null, ...values })),
    (errors) => focusFirstError(form, Object.keys(errors)),
  );
  const field = (name: 'code' | 'labelEl' | 'labelEn' | 'officialCode') => ({ ...form.getInputProps(`code.${name}`), label: t(`fields:${name}`), autoComplete: 'off' });
  return (
    <DialogForm title={t(code ? 'codes.edit' : 'codes.add')} busy={command.isPending} failure={failure} isDirty={form.isDirty} onSubmit={submit} onClose={onClose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="sm">
        <Select label={t('codes.kind')} required allowDeselect={false} disabled={code?.inUse} value={form.getValues().code.kind} data={codeKinds.map((kind) => ({ value: kind, label: t(`codes.${kind}`) }))}
          onChange={(kind) => form.setFieldValue('code.kind', kindForm.parse(kind))} />
        <TextInput {...field('code')} required disabled={code?.inUse} data-autofocus={code?.inUse ? undefined : true} />
        <TextInput {...field('labelEl')} required data-autofocus={code?.inUse ? true : undefined} />
        <TextInput {...field('labelEn')} required />
        <TextInput {...field('officialCode')} />
      </SimpleGrid>
    </DialogForm>
  );
}
