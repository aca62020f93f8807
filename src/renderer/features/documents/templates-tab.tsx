import { Box, Paper, SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { issuedKinds, type LetterheadSettings, type TemplateSettings } from '#contract/documents.ts';
import type { Output } from '#contract/index.ts';
import { useQueryOf } from '../../client/index.ts';
import { LoadState } from '../../ui/index.ts';
import { LetterheadForm } from './letterhead-form.tsx';
import { Preview } from './preview.tsx';
import { TemplateForm } from './template-form.tsx';

const parts = ['letterhead', ...issuedKinds] as const;
const partForm = z.enum(parts);

/** How the school's documents look, with a page to see it on. */
export function TemplatesTab() {
  const query = useQueryOf('documents.templates', {});
  return <LoadState query={query} lines={10}>{(data) => <Templates data={data} />}</LoadState>;
}

function Templates({ data }: { data: Output<'documents.templates'> }) {
  const { t } = useTranslation('documents');
  const [part, setPart] = useState<z.infer<typeof partForm>>('letterhead');
  // What is typed now; null: as saved.
  const [letterhead, setLetterhead] = useState<LetterheadSettings | null>(null);
  const [settings, setSettings] = useState<TemplateSettings | null>(null);
  const kind = part === 'letterhead' ? 'reportCard' : part;
  const saved = data.templates.find((template) => template.kind === kind);
  if (!saved) return null;
  const choose = (value: string) => {
    setLetterhead(null);
    setSettings(null);
    setPart(partForm.parse(value));
  };
  return (
    <Stack>
      <Box style={{ overflowX: 'auto' }}>
        <SegmentedControl aria-label={t('templates.part')} value={part} onChange={choose} data={parts.map((value) => ({ value, label: value === 'letterhead' ? t('letterhead.title') : t(`kind.${value}`) }))} />
      </Box>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Paper>
          {part === 'letterhead'
            ? <LetterheadForm key={data.letterhead.rev} saved={data.letterhead} onDraft={setLetterhead} />
            : <TemplateForm key={`${part}-${saved.rev}`} saved={saved} onDraft={setSettings} />}
        </Paper>
        <Preview kind={kind} settings={settings ?? saved.settings} letterhead={letterhead ?? data.letterhead.settings} />
      </SimpleGrid>
    </Stack>
  );
}
