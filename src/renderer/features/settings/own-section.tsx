import { Input, NativeSelect, SegmentedControl, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { preferences, type Preferences } from '#contract/access.ts';
import { useCommand, useMe } from '../../client/index.ts';
import { setLanguage } from '../../i18n/index.ts';
import { Section } from './section.tsx';

const idleChoices = [0, 2, 5, 10, 15, 30, 60];
/** Where the school has a rule, nothing longer than it, and not never. */
const isAllowed = (minutes: number, atMost: number): boolean => atMost === 0 || (minutes > 0 && minutes <= atMost);

/** Language, theme and idle lock: each takes effect as it is chosen. */
export function OwnSection() {
  const { t } = useTranslation(['settings', 'common']);
  const me = useMe();
  const update = useCommand('preferences.update');
  if (!me) return null;
  const { preferences: own, idleAtMost } = me;
  const change = (next: Partial<Preferences>) => {
    // The language turns before the answer: the user sees at once that the choice was understood.
    if (next.language) setLanguage(next.language);
    update.mutate({ ...own, ...next });
  };
  const { language, theme } = preferences.shape;
  const choices = [...new Set([...idleChoices, idleAtMost, own.idleMinutes])].filter((minutes) => isAllowed(minutes, idleAtMost)).sort((a, b) => a - b);
  return (
    <Section id="own" title={t('own.title')} text={t('own.text')}>
      <Stack>
        <Input.Wrapper label={t('common:language.label')} labelElement="div" id="own-language">
          <SegmentedControl fullWidth value={own.language} onChange={(value) => change({ language: language.parse(value) })} aria-label={t('common:language.label')}
            data={[{ value: 'el', label: t('common:language.el') }, { value: 'en', label: t('common:language.en') }]} />
        </Input.Wrapper>
        <Input.Wrapper label={t('own.theme')} labelElement="div" id="own-theme">
          <SegmentedControl fullWidth value={own.theme} onChange={(value) => change({ theme: theme.parse(value) })} aria-label={t('own.theme')}
            data={theme.options.map((value) => ({ value, label: t(`own.${value}`) }))} />
        </Input.Wrapper>
        <NativeSelect label={t('own.idle')} description={idleAtMost > 0 && t('own.idleAtMost', { count: idleAtMost })} value={String(own.idleMinutes)} onChange={(event) => change({ idleMinutes: Number(event.currentTarget.value) })}
          data={choices.map((minutes) => ({ value: String(minutes), label: minutes === 0 ? t('own.idleNever') : t('common:minute', { count: minutes }) }))} />
      </Stack>
    </Section>
  );
}
