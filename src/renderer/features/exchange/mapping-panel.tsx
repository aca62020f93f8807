import { Group, Paper, Select, Table, Text, Title } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportMapping } from '#contract/exchange.ts';
import { wideKinds, type ImportOptions, type WideKind } from '#contract/import-options.ts';
import { fieldsOf, importFields, type ImportField, type ImportTarget } from '#contract/import-targets.ts';
import classes from './exchange.module.css';

export interface MappingPanelProps {
  target: ImportTarget;
  mapping: ImportMapping;
  header: string[];
  sample: string[][];
  /** Columns of a wide sheet, each of which holds marks of its own. */
  wide: ImportOptions['wide'];
  /** What stands beside the title. */
  menu: ReactNode;
  onChange: (mapping: ImportMapping, wide: ImportOptions['wide']) => void;
}

const samples = 3;
/** Stands in the list of fields for a column that is left out. */
const ignored = 'ignored';
/** Stand in the list of fields for a column of marks. */
const marksOf = { assessment: 'marks-assessment', course: 'marks-course' } as const;

/** Which column of the file is which field. A field is used once; a column without one is not imported, and says so. */
export function MappingPanel({ target, mapping, header, sample, wide, menu, onChange }: MappingPanelProps) {
  const { t } = useTranslation('exchange');
  const used = new Set(mapping.filter((field) => field !== null));
  const choose = (column: number, value: string | null) => {
    const field = importFields.find((name) => name === value) ?? null, kind = wideKinds.find((each) => marksOf[each] === value);
    const others = Object.fromEntries(Object.entries(wide ?? {}).filter(([each]) => Number(each) !== column));
    onChange(mapping.map((current, index) => (index === column ? field : current)), kind ? { ...others, [column]: kind } : wide && others);
  };
  return (
    <Paper component="section" aria-label={t('mapping.title')}>
      <Group justify="space-between"><Title order={2} size="h3">{t('mapping.title')}</Title>{menu}</Group>
      <Text size="sm" c="dimmed" mb="sm">{t('mapping.text')}</Text>
      <Table.ScrollContainer minWidth={560} maxHeight={420}>
        <Table verticalSpacing={6} aria-label={t('mapping.title')} stickyHeader>
          <Table.Thead>
            <Table.Tr><Table.Th w="28%">{t('mapping.column')}</Table.Th><Table.Th>{t('mapping.sample')}</Table.Th><Table.Th w={270}>{t('mapping.field')}</Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {mapping.map((matched, column) => {
              const kind = wide?.[column], field = kind ? null : matched;
              const name = header[column] || t('mapping.unnamed', { number: column + 1 });
              const values = sample.map((row) => row[column] ?? '').filter(Boolean).slice(0, samples);
              return (
                // eslint-disable-next-line react/no-array-index-key -- a column is its place
                <Table.Tr key={column}>
                  <Table.Th scope="row" className={field || kind ? undefined : classes.ignored}>{name}</Table.Th>
                  <Table.Td className={classes.sample}>{values.join(' · ')}</Table.Td>
                  <Table.Td>
                    <FieldSelect label={t('mapping.fieldOf', { column: name })} target={target} field={field} kind={kind} used={used} onChange={(value) => choose(column, value)} />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

interface FieldSelectProps { label: string; target: ImportTarget; field: ImportField | null; kind: WideKind | undefined; used: ReadonlySet<ImportField>; onChange: (value: string | null) => void }

function FieldSelect({ label, target, field, kind, used, onChange }: FieldSelectProps) {
  const { t } = useTranslation('exchange');
  const data = useMemo(
    () => [
      { value: ignored, label: t('mapping.ignored') },
      ...(target === 'scores' ? wideKinds.map((each) => ({ value: marksOf[each], label: t(`mapping.marks.${each}`) })) : []),
      ...importFields.filter((name) => fieldsOf(target)[name] !== undefined).map((name) => ({ value: name, label: t(`field.${name}`), disabled: used.has(name) && name !== field })),
    ],
    [t, target, used, field],
  );
  return (
    <Select aria-label={label} value={kind ? marksOf[kind] : field ?? ignored} searchable allowDeselect={false} data={data} onChange={onChange} size="xs" maxDropdownHeight={320} />
  );
}
