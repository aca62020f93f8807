import { Stack } from '@mantine/core';
import { useState } from 'react';
import { useQueryOf } from '../../client/index.ts';
import { LoadState } from '../load-state.tsx';
import { ChangeHead } from './change-head.tsx';
import { ChangeList } from './change-list.tsx';
import { UndoChange } from './undo-change.tsx';

const step = 50;

export interface ChangeDetailsProps {
  id: number;
  /** Only the rows of this student. */
  studentId?: string | null;
  /** Without the head, where the list above already says it. */
  bare?: boolean;
}

/** One change set: who and when, what stands on it, and every row with its old and new values. */
export function ChangeDetails({ id, studentId = null, bare }: ChangeDetailsProps) {
  const [limit, setLimit] = useState(step);
  const query = useQueryOf('history.get', { id, studentId, limit }, { keep: true });
  return (
    <LoadState query={query} lines={8}>
      {({ summary, changes, total, blockers }) => (
        <Stack>
          {!bare && <ChangeHead summary={summary} />}
          <UndoChange summary={summary} blockers={blockers} />
          <ChangeList changes={changes} total={total} limit={limit} loading={query.isFetching} onLimit={setLimit} />
        </Stack>
      )}
    </LoadState>
  );
}
