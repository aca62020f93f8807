import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, Page } from '../ui/index.ts';

/** A screen that failed to draw: the rest of the window goes on. */
export function ScreenError({ reset }: { reset: () => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const reload = () => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t('unexpected.title')}>
      <EmptyState icon={<IconAlertTriangle />} title={t('unexpected.title')} text={t('unexpected.text')}>
        <Button onClick={reload}>{t('actions.reload')}</Button>
      </EmptyState>
    </Page>
  );
}
