import { useDebouncedValue } from '@mantine/hooks';
import type { SearchHit } from '#contract/search.ts';
import { useMay, useQueryOf } from '../../client/index.ts';

/** Long enough to join the letters of one fast keystroke, too short to be felt. */
const pause = 25;

/** The students for what is typed, or those opened lately. While the next answer is under way the last one stays, marked as `stale`. */
export function useStudentHits(typed: string, opened: boolean): { hits: SearchHit[]; stale: boolean } {
  const enabled = useMay()('students:view') && opened;
  const [text] = useDebouncedValue(typed.trim(), pause);
  const found = useQueryOf('search.students', { text }, { enabled: enabled && text !== '', keep: true });
  const recent = useQueryOf('recent.list', {}, { enabled });
  if (typed.trim() === '') return { hits: recent.data?.hits ?? [], stale: false };
  const stale = enabled && !found.isError && (text !== typed.trim() || found.isPlaceholderData || found.isPending);
  return { hits: enabled ? found.data?.hits ?? [] : [], stale };
}
