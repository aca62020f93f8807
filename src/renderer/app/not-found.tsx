import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState, Page } from '../ui/index.ts';

/** An address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <EmptyState icon={<IconMapQuestion />} title={t('notFound.title')} text={t('notFound.text')}>
        <Button component={Link} to="/">{t('notFound.home')}</Button>
      </EmptyState>
    </Page>
  );
}
