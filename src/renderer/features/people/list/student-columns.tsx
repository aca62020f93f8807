import type { ColDef, ICellRendererParams } from 'ag-grid-community';
import { IconBan } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedStudent } from '#contract/people.ts';
import { useMe } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { TextLink } from '../../../ui/index.ts';
import { StatusBadge } from '../status-badge.tsx';
import { writeName, writeOtherName } from '../student-name.ts';

type Cell = ICellRendererParams<ListedStudent>;

function NameCell({ data, asOf }: Cell & { asOf: string | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!data) return null;
  // The grid itself takes the focus and Enter; a stop inside each row would make 50,000 of them.
  const link = <TextLink to="/students/$studentId" params={{ studentId: data.id }} search={{ asOf: asOf ?? undefined }} tabIndex={-1} underline="hover" fw={500}>{writeName(format, data)}</TextLink>;
  if (!data.noContact) return link;
  return <>{link} <IconBan size={15} color="var(--mantine-color-error)" role="img" aria-label={t('noContactOrder')} style={{ verticalAlign: 'text-bottom' }}><title>{t('noContactOrder')}</title></IconBan></>;
}

function StatusCell({ data }: Cell) {
  return data ? <StatusBadge status={data.status} /> : null;
}

const both = ['asc', 'desc', 'asc'] as const;

/** The columns of the student list; their keys are also the names of the orders. */
export function useStudentColumns(asOf: string | null): ColDef<ListedStudent>[] {
  const { t } = useTranslation(['people', 'fields']);
  const format = useFormat();
  const seesContacts = useMe()?.fieldClasses.includes('contact') ?? false;
  return useMemo(() => {
    const columns: ColDef<ListedStudent>[] = [
      { colId: 'studentNo', field: 'studentNo', headerName: t('fields:studentNo'), width: 130, sortable: true, cellStyle: { fontVariantNumeric: 'tabular-nums' } },
      { colId: 'name', headerName: t('column.name'), width: 250, sortable: true, cellRenderer: NameCell, cellRendererParams: { asOf }, lockVisible: true, valueGetter: ({ data }) => data && writeName(format, data) },
      { colId: 'otherName', headerName: t('column.otherName'), width: 220, hide: true, valueGetter: ({ data }) => data && writeOtherName(format, data) },
      { colId: 'fatherEl', field: 'fatherEl', headerName: t('fields:fatherEl'), width: 140 },
      { colId: 'level', field: 'level', headerName: t('fields:level'), width: 90, sortable: true },
      { colId: 'division', field: 'division', headerName: t('fields:division'), width: 95 },
      { colId: 'birthDate', field: 'birthDate', headerName: t('fields:birthDate'), width: 145, sortable: true, valueFormatter: ({ value }) => format.date(value as string | null) },
      { colId: 'status', headerName: t('fields:status'), width: 145, cellRenderer: StatusCell },
    ];
    if (seesContacts) {
      columns.push(
        { colId: 'email', field: 'email', headerName: t('fields:email'), width: 220 },
        { colId: 'phone', field: 'phone', headerName: t('fields:phone'), width: 130 },
      );
    }
    return columns.map((column) => (column.sortable ? { ...column, sortingOrder: [...both] } : column));
  }, [t, format, seesContacts, asOf]);
}
