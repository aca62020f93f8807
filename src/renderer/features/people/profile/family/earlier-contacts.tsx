import { Button, List, Popover, Text, Title } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay, useMe, useQueryOf } from '../../../../client/index.ts';
import { useFormat } from '../../../../i18n/format.ts';
import { LoadState } from '../../../../ui/index.ts';

/** Contacts that held before, with their days: of the student, or of one of the guardians. */
export function EarlierContacts({ studentId, guardianId = null }: { studentId: string; guardianId?: string | null }) {
  const { t } = useTranslation(['family', 'fields']);
  const format = useFormat();
  const may = useMay();
  const seesContacts = useMe()?.fieldClasses.includes('contact') ?? false;
  const [opened, setOpened] = useState(false);
  const query = useQueryOf('contacts.history', { studentId, guardianId }, { enabled: opened });
  if (!may('guardians:view') || !seesContacts) return null;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={360} withinPortal trapFocus returnFocus>
      <Popover.Target>
        <Button size="compact-sm" mt={6} ml={-8} variant="subtle" leftSection={<IconHistory size={14} aria-hidden />} onClick={() => setOpened((open) => !open)}>{t('contacts.earlier')}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('contacts.earlier')}>
        <Title order={4} size="sm" mb={6} tabIndex={-1} data-autofocus>{t('contacts.earlier')}</Title>
        <LoadState query={query} lines={2}>
          {({ contacts }) => {
            const earlier = contacts.filter(({ endDate }) => endDate !== null);
            if (earlier.length === 0) return <Text size="sm">{t('contacts.none')}</Text>;
            return (
              <List size="sm" spacing={4}>
                {earlier.map(({ id, kind, value, startDate, endDate }) => (
                  <List.Item key={id}>
                    {t(`fields:${kind}`)}: {value}
                    <Text size="xs" c="dimmed">{[startDate && t('contacts.from', { date: format.date(startDate) }), endDate && t('contacts.until', { date: format.date(endDate) })].filter(Boolean).join(', ')}</Text>
                  </List.Item>
                ))}
              </List>
            );
          }}
        </LoadState>
      </Popover.Dropdown>
    </Popover>
  );
}
