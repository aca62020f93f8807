import { Alert, Stack, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../../client/index.ts';
import { LoadState } from '../../../ui/index.ts';
import { DuePanel } from './due-panel.tsx';
import { RulesForm } from './rules-form.tsx';

/** How long each kind of record is kept, what is due by that, and carrying it out. */
export function RetentionTab() {
  const { t } = useTranslation('privacy');
  const query = useQueryOf('retention.rules', {});
  return (
    <Stack gap="xl">
      <Alert icon={<IconScale aria-hidden />} color="gray" variant="outline" maw={860}>
        <Text size="sm">{t('retention.intro')}</Text>
        <Text size="sm" fw={600} mt={6}>{t('retention.safe')}</Text>
      </Alert>
      <LoadState query={query} lines={10}>
        {({ rules }) => (
          <>
            <RulesForm key={rules.map(({ rev }) => rev ?? 0).join()} rules={rules} />
            <DuePanel hasRules={rules.some(({ active }) => active)} />
          </>
        )}
      </LoadState>
    </Stack>
  );
}
