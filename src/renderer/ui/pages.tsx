import { Pagination } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Lines on a page of these lists. */
export const pageSize = 30;

/** Turns the pages of a list; nothing where there is one page. */
export function Pages({ page, total, onPage }: { page: number; total: number; onPage: (page: number) => void }) {
  const { t } = useTranslation();
  if (total <= pageSize) return null;
  return (
    <Pagination value={page} onChange={onPage} total={Math.ceil(total / pageSize)} getControlProps={(control) => ({ 'aria-label': t(`page.${control}`) })}
      getItemProps={(item) => ({ 'aria-label': t('page.number', { page: item }) })} />
  );
}
