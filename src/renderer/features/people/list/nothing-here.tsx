import { Button, FileButton } from '@mantine/core';
import { IconFileImport, IconUserPlus, IconUserSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../client/index.ts';
import { ButtonLink, EmptyState, offerFile } from '../../../ui/index.ts';

/** A school without a single student: how to get them in. */
export function NoStudents() {
  const { t } = useTranslation('people');
  const may = useMay();
  const mayImport = may('imports:run'), mayEnter = may('students:create');
  const text = mayImport ? (mayEnter ? 'importOrEnter' : 'import') : mayEnter ? 'enter' : 'none';
  return (
    <EmptyState icon={<IconFileImport size={28} stroke={1.5} />} title={t('empty.title')} text={t(`empty.${text}`)}>
      {mayImport && (
        <FileButton onChange={(file) => file && offerFile(file)}>
          {(button) => <Button {...button} leftSection={<IconFileImport size={17} aria-hidden />}>{t('empty.choose')}</Button>}
        </FileButton>
      )}
      {mayEnter && <ButtonLink to="/students/new" variant="default" leftSection={<IconUserPlus size={17} aria-hidden />}>{t('newStudent')}</ButtonLink>}
    </EmptyState>
  );
}

/** Filters that leave nobody. */
export function NoMatch({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation('people');
  return (
    <EmptyState icon={<IconUserSearch size={28} stroke={1.5} />} title={t('noMatch.title')} text={t('noMatch.text')}>
      <Button variant="default" onClick={onClear}>{t('filter.clear')}</Button>
    </EmptyState>
  );
}
