import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../../client/index.ts';
import { pickName, useFormat } from '../../../i18n/format.ts';
import { DateText, LoadState } from '../../../ui/index.ts';
import { useCodes } from './code-select.tsx';

/** The classes that a student is or was in, with the days. */
export function ClassesTable({ studentId }: { studentId: string }) {
  const { t } = useTranslation('enrolment');
  const format = useFormat();
  const { write } = useCodes();
  const query = useQueryOf('places.ofStudent', { studentId });
  return (
    <Stack gap="xs" w="100%">
      <Title order={2} size="h3">{t('classes.title')}</Title>
      <LoadState query={query}>
        {({ places }) => (places.length === 0 ? <Text size="sm" c="dimmed">{t('classes.noneText')}</Text> : (
          <Table.ScrollContainer minWidth={640}>
            <Table aria-label={t('classes.title')} verticalSpacing={6}>
              <Table.Thead>
                <Table.Tr>{(['class', 'course', 'from', 'to', 'reason'] as const).map((head) => <Table.Th key={head}>{t(`classes.${head}`)}</Table.Th>)}</Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {places.map((place) => (
                  <Table.Tr key={place.id} c={place.endDate ? 'dimmed' : undefined}>
                    <Table.Th scope="row" fw={500}>{place.code}</Table.Th>
                    <Table.Td>{pickName(format, place.nameEl, place.nameEn)}</Table.Td>
                    <Table.Td><DateText date={place.startDate} /></Table.Td>
                    <Table.Td>{place.endDate ? <DateText date={place.endDate} /> : t('classes.now')}</Table.Td>
                    <Table.Td>{place.reason === 'moved' ? t('classes.moved') : write('exit', place.reason)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        ))}
      </LoadState>
    </Stack>
  );
}
