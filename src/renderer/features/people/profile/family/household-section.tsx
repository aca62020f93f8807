import { Badge, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconHome, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useQueryOf } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { LoadState, TextLink } from '../../../../ui/index.ts';
import { writeName } from '../../student-name.ts';
import { HouseholdDialog } from './household-dialog.tsx';

/** With whom a student lives: one address for all of them. */
export function HouseholdSection({ studentId }: { studentId: string }) {
  const { t } = useTranslation(['family', 'fields']);
  const format = useFormat();
  const may = useMay();
  const query = useQueryOf('households.get', { studentId });
  const [editing, setEditing] = useState(false);
  return (
    <Stack gap="sm" component="section" aria-label={t('household.title')}>
      <LoadState query={query} lines={3}>
        {({ household, proposed, address, phone }) => (
          <>
            <Group justify="space-between">
              <Title order={2} size="h3">{t('household.title')}</Title>
              {may('guardians:edit') && (
                <Button variant="default" size="xs" leftSection={household ? <IconPencil size={14} aria-hidden /> : <IconHome size={14} aria-hidden />} onClick={() => setEditing(true)}>
                  {household ? t('household.edit') : t('household.make')}
                </Button>
              )}
            </Group>
            {household === null ? <Text size="sm" c="dimmed">{t('household.none')}. {t('household.noneText')}</Text> : (
              <Paper>
                {household.details && (
                  <Text fw={550}>{[household.details.address, [household.details.postalCode, household.details.city].filter(Boolean).join(' '), household.details.phone].filter(Boolean).join(' · ')}</Text>
                )}
                <Text size="sm" c="dimmed" mb={6}>{t('household.since', { date: format.date(household.since) })}</Text>
                <List size="sm" spacing={4} aria-label={t('household.atHome')}>
                  {household.members.map((member) => (
                    <List.Item key={member.personId}>
                      <Group gap={8}>
                        {member.studentId && member.studentId !== studentId
                          ? <TextLink to="/students/$studentId" params={{ studentId: member.studentId }}>{writeName(format, member)}</TextLink>
                          : <Text span size="sm">{writeName(format, member)}</Text>}
                        <Text span size="sm" c="dimmed">{member.studentId ? member.division ?? member.level : t('household.guardianRole')}</Text>
                        {member.elsewhere && <Badge variant="outline" color="orange" tt="none" fw={500} c="var(--mantine-color-text)">{t('household.elsewhere')}</Badge>}
                      </Group>
                    </List.Item>
                  ))}
                </List>
                {proposed.some(({ studentId: student }) => student !== null) && (
                  <Text size="sm" c="dimmed" mt={6}>{t('household.proposed', { count: proposed.filter((person) => person.studentId !== null).length })}</Text>
                )}
              </Paper>
            )}
            {editing && <HouseholdDialog studentId={studentId} household={household} proposed={proposed} address={address} phone={phone} onClose={() => setEditing(false)} />}
          </>
        )}
      </LoadState>
    </Stack>
  );
}
