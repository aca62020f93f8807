import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { describeField } from '../../../i18n/dynamic.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useValueWords, writeValue } from '../../../ui/changes/index.ts';
import { EarlierContacts } from './family/earlier-contacts.tsx';
import type { DetailField } from '../form/form-values.ts';

const groups = [
  { key: 'names', fields: ['familyEl', 'givenEl', 'familyLatin', 'givenLatin', 'fatherEl', 'motherEl', 'preferred'] },
  { key: 'identity', fields: ['studentNo', 'birthDate', 'sex', 'nationalId'] },
  { key: 'contact', fields: ['mobile', 'phone', 'email', 'address'] },
] as const satisfies readonly { key: string; fields: readonly DetailField[] }[];

/** A student's details to read. */
export function DetailsView({ student }: { student: Output<'students.get'> }) {
  const { t } = useTranslation(['people', 'history']);
  const format = useFormat();
  const words = useValueWords();
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, md: 3 }}>
        {groups.map(({ key, fields }) => (
          <Paper key={key}>
            <Title order={2} size="h3" mb="sm">{t(`form.${key}`)}</Title>
            <Stack component="dl" gap="xs" m={0}>
              {fields.map((field) => (
                <div key={field}>
                  <Text component="dt" size="xs" c="dimmed">{describeField(field)}</Text>
                  <Text component="dd" m={0} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>{writeValue(field, student.details[field], words) || '–'}</Text>
                </div>
              ))}
            </Stack>
            {key === 'contact' && <EarlierContacts studentId={student.id} />}
          </Paper>
        ))}
      </SimpleGrid>
      <Text size="xs" c="dimmed">{t('history:lastChanged', { when: format.moment(student.updatedAt), who: student.updatedBy ?? t('history:program') })}</Text>
    </Stack>
  );
}
