import { Paper, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportOptions } from '#contract/import-options.ts';
import { importFields, type ImportField } from '#contract/import-targets.ts';
import { useQueryOf } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { CellInput } from './cell-input.tsx';
import classes from './exchange.module.css';
import type { ImportData } from './import-page.tsx';

interface TextsPanelProps { data: ImportData; onChange: (change: (translations: ImportOptions['translations']) => ImportOptions['translations']) => void }

/** Texts that could not be read, and what is read instead: codes of another program, once for all rows. Nothing where every text is understood. */
export function TextsPanel({ data, onChange }: TextsPanelProps) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const { import: { id, target }, options: { translations } } = data;
  const refused = useQueryOf('imports.refusedTexts', { id }, { keep: true }).data?.texts ?? [];
  const countOf = new Map(refused.map(({ field, text, count }) => [`${field} ${text}`, count]));
  const told = importFields.flatMap((field) => Object.keys(translations[field] ?? {}).map((text) => ({ field, text })));
  const isTold = new Set(told.map(({ field, text }) => `${field} ${text}`));
  const rows = [...told, ...refused.filter(({ field, text }) => !isTold.has(`${field} ${text}`))];
  if (rows.length === 0) return null;
  const set = (field: ImportField, text: string, instead: string) => {
    onChange((known) => ({ ...known, [field]: Object.fromEntries(Object.entries({ ...known[field], [text]: instead }).filter(([, each]) => each !== '')) }));
  };
  return (
    <Paper component="section" aria-label={t('texts.title')}>
      <Title order={2} size="h3">{t('texts.title')}</Title>
      <Text size="sm" c="dimmed" mb="sm">{t('texts.text')}</Text>
      <Table.ScrollContainer minWidth={520} maxHeight={320}>
        <Table verticalSpacing={6} aria-label={t('texts.title')} stickyHeader>
          <Table.Thead>
            <Table.Tr><Table.Th>{t('mapping.field')}</Table.Th><Table.Th>{t('texts.inFile')}</Table.Th><Table.Th w={110}>{t('texts.refused')}</Table.Th><Table.Th w={270}>{t('texts.readAs')}</Table.Th></Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ field, text }) => {
              const instead = translations[field]?.[text] ?? '', name = t(`field.${field}`);
              return (
                <Table.Tr key={`${field} ${text}`}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td className={classes.sample}>{text}</Table.Td>
                  <Table.Td>{format.number(countOf.get(`${field} ${text}`) ?? 0)}</Table.Td>
                  <Table.Td><CellInput label={t('texts.readAsOf', { text, field: name })} field={field} target={target} value={instead} onSave={(value) => set(field, text, value)} /></Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}
