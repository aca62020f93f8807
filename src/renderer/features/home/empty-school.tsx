import { Button, FileButton, Paper } from '@mantine/core';
import { IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../client/index.ts';
import { EmptyState, offerFile } from '../../ui/index.ts';

/** A school without students: what to do next. */
export function EmptySchool() {
  const { t } = useTranslation('home');
  const may = useMay();
  return (
    <Paper mb="md">
      <EmptyState icon={<IconFileImport size={28} stroke={1.5} />} title={t('empty.title')} text={t('empty.text')}>
        {may('imports:run') && (
          <FileButton onChange={(file) => file && offerFile(file)}>
            {(button) => <Button {...button} leftSection={<IconFileImport size={17} aria-hidden />}>{t('empty.choose')}</Button>}
          </FileButton>
        )}
        {may('students:create') && (
          <Button component={Link} to="/students/new" variant="default" leftSection={<IconUserPlus size={17} aria-hidden />}>{t('empty.newStudent')}</Button>
        )}
      </EmptyState>
    </Paper>
  );
}
