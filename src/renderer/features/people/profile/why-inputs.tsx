import { Code, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { translateKey } from '../../../i18n/dynamic.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';

const share = z.number().nullish();
const name = { nameEl: z.string().nullish(), nameEn: z.string().nullish() };
/** As the gradebook stores it at posting. What a later version adds is ignored; another shape is shown as it is. */
const stored = z.object({
  categories: z.array(z.object({
    ...name, weight: z.number(), percent: share, share,
    items: z.array(z.object({ title: z.string(), maxScore: z.number(), weight: z.number(), value: z.number().nullish(), fate: z.string() })),
  })).default([]),
  parts: z.array(z.object({ ...name, weight: z.number(), value: z.number().nullish(), share })).default([]),
});
type Category = z.infer<typeof stored>['categories'][number];

/** What a grade was computed from: categories with their work, or the terms inside. */
export function WhyInputs({ inputs }: { inputs: unknown }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const parsed = stored.safeParse(inputs);
  const known = parsed.success && (parsed.data.categories.length > 0 || parsed.data.parts.length > 0);
  return (
    <Stack gap="sm">
      <Title order={3} size="h4">{t('why.inputs')}</Title>
      {!known && <Code block>{JSON.stringify(inputs, null, 2)}</Code>}
      {known && parsed.data.categories.map((category, index) => (
        // Stored lines have no key beyond their order, which does not change.
        <CategoryTable key={index} category={category} />
      ))}
      {known && parsed.data.parts.length > 0 && (
        <Table verticalSpacing={3} aria-label={t('why.part')}>
          <Table.Thead><Table.Tr><Table.Th>{t('why.part')}</Table.Th><Table.Th ta="right">{t('why.score')}</Table.Th><Table.Th ta="right">{t('why.share')}</Table.Th></Table.Tr></Table.Thead>
          <Table.Tbody>
            {parsed.data.parts.map((part) => (
              <Table.Tr key={`${part.nameEl ?? ''}${part.nameEn ?? ''}`}>
                <Table.Th scope="row" fw={400}>{pickName(format, part.nameEl ?? null, part.nameEn ?? null)}</Table.Th>
                <Table.Td ta="right">{part.value != null && format.number(part.value)}</Table.Td><Table.Td ta="right">{part.share != null && format.percent(part.share)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Stack>
  );
}

function CategoryTable({ category }: { category: Category }) {
  const { t } = useTranslation('results');
  const format = useFormat();
  const title = pickName(format, category.nameEl ?? null, category.nameEn ?? null) || t('why.work');
  return (
    <div>
      <Text size="sm" fw={600}>
        {category.percent == null ? title : t('why.categoryLine', { name: title, percent: format.percent(category.percent) })}
        {category.share != null && ` (${t('why.share')} ${format.percent(category.share)})`}
      </Text>
      <Table verticalSpacing={3} aria-label={title}>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('why.item')}</Table.Th><Table.Th ta="right">{t('why.score')}</Table.Th><Table.Th ta="right">{t('why.weight')}</Table.Th><Table.Th>{t('why.counts')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {category.items.map((item, index) => (
            <Table.Tr key={index}>
              <Table.Th scope="row" fw={400}>{item.title}</Table.Th>
              <Table.Td ta="right">{item.value == null ? '' : `${format.number(item.value)} / ${format.number(item.maxScore)}`}</Table.Td>
              <Table.Td ta="right">{format.number(item.weight)}</Table.Td><Table.Td>{translateKey('results', `why.fate.${item.fate}`) ?? item.fate}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
