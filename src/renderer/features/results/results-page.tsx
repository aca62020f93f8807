import { Tabs } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { useMayForSchool, useQueryOf } from '../../client/index.ts';
import { EmptyState, LoadState, Page } from '../../ui/index.ts';
import { ClassPanel } from './class-panel.tsx';
import { HonoursPanel } from './honours-panel.tsx';
import { LevelPanel } from './level-panel.tsx';
import { MissingPanel } from './missing-panel.tsx';
import { RulesPanel } from './rules-panel.tsx';
import { ScalesPanel } from './scales-panel.tsx';
import { TranscriptsPanel } from './transcripts-panel.tsx';
import { useChoice, type Choices } from './use-choice.ts';

const tabs = z.enum(['class', 'level', 'missing', 'honours', 'transcripts', 'scales', 'rules']);

/** What the school's posted grades come to: by class, by level, what is missing, who is honoured; and by which scales and rules. */
export function ResultsPage() {
  const { t } = useTranslation('results');
  const query = useQueryOf('results.choices', {});
  return <Page fill title={t('title')}><LoadState query={query} lines={10}>{(choices) => <Results choices={choices} />}</LoadState></Page>;
}

function Results({ choices }: { choices: Choices }) {
  const { t } = useTranslation('results');
  const mayForSchool = useMayForSchool();
  const choice = useChoice(choices);
  const isEmpty = choice.levels.length === 0;
  const nothing = <EmptyState icon={<IconCertificate />} title={t('none.title')} text={t('none.text')} />;
  const offered = tabs.options.filter((tab) => tab !== 'transcripts' || mayForSchool('transcripts:edit'));
  const panels = { class: ClassPanel, level: LevelPanel, missing: MissingPanel, honours: HonoursPanel, transcripts: TranscriptsPanel, scales: ScalesPanel, rules: RulesPanel };
  const tab: z.infer<typeof tabs> = offered.find((one) => one === choice.tab) ?? 'class';
  const Panel = panels[tab];
  return (
    <Tabs value={tab} onChange={(value) => choice.go({ tab: tabs.parse(value) })} keepMounted={false} activateTabWithKeyboard={false}
      style={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <Tabs.List mb="sm" className="no-print" aria-label={t('tabs.label')}>
        {offered.map((one) => <Tabs.Tab key={one} value={one}>{t(`tabs.${one}`)}</Tabs.Tab>)}
      </Tabs.List>
      <Tabs.Panel value={tab} style={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {isEmpty && tab !== 'scales' && tab !== 'rules' ? nothing : <Panel choice={choice} />}
      </Tabs.Panel>
    </Tabs>
  );
}
