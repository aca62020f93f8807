import { Alert, Button, Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useQueryErrorResetBoundary, type UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { toFailure } from '../client/index.ts';
import { describeFailure } from '../i18n/dynamic.ts';

export interface LoadStateProps<T> {
  query: UseQueryResult<T>;
  /** Lines of the skeleton. */
  lines?: number;
  children: (data: T) => ReactNode;
}

/** A query's three faces: a skeleton, a failure with "try again", or the data. */
export function LoadState<T>({ query, lines = 4, children }: LoadStateProps<T>) {
  const { t } = useTranslation();
  const { reset } = useQueryErrorResetBoundary();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) {
    const again = () => {
      reset();
      void query.refetch();
    };
    return (
      <Alert color="red" title={t('loadFailed')} role="alert">
        <Stack align="flex-start" gap="xs">
          {describeFailure(toFailure(query.error))}
          <Button variant="default" size="xs" onClick={again}>{t('actions.retry')}</Button>
        </Stack>
      </Alert>
    );
  }
  return (
    <Stack gap="xs" aria-busy="true">
      <VisuallyHidden role="status">{t('loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_unused, line) => <Skeleton key={line} height={18} width={`${96 - ((line * 17) % 40)}%`} />)}
    </Stack>
  );
}
