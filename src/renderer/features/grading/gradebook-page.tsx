import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { LoadState, Page } from '../../ui/index.ts';
import { BookView } from './book-view.tsx';
import { SectionList } from './section-list.tsx';

/** The gradebook: a section is chosen, then its marks are entered. */
export function GradebookPage() {
  const { section, term } = useSearch({ from: '/gradebook' });
  const navigate = useNavigate();
  const open = (sectionId: string, termId?: string) => void navigate({ to: '/gradebook', search: { section: sectionId, term: termId } });
  return section === undefined ? <SectionList onOpen={open} /> : <Book key={section} sectionId={section} termId={term ?? null} onOpen={open} />;
}

function Book({ sectionId, termId, onOpen }: { sectionId: string; termId: string | null; onOpen: (section: string, term?: string) => void }) {
  const { t } = useTranslation('grading');
  const input = { sectionId, termId };
  const query = useQueryOf('gradebook.get', input, { keep: true });
  if (!query.data) return <Page title={t('title')}><LoadState query={query} lines={12}>{() => null}</LoadState></Page>;
  return <BookView key={`${query.data.section.id} ${query.data.termId}`} book={query.data} input={input} onOpen={onOpen} />;
}
