import { List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Clash } from '#contract/sections.ts';
import { useFormat } from '../../../i18n/format.ts';
import { writePeople } from '../names.ts';

/** Says what a lesson clashes with, in a sentence. */
export function useClashText(): (clash: Clash) => string {
  const { t } = useTranslation('academics');
  const format = useFormat();
  return (clash) => {
    const listed = writePeople(format, clash.names);
    const names = clash.count > clash.names.length && clash.kind !== 'room' ? t('timetable.and', { names: listed }) : listed;
    return t(`timetable.clash.${clash.kind}`, { names, section: clash.sectionCode, room: clash.room ?? '', count: clash.count });
  };
}

/** The clashes of a proposed lesson. */
export function ClashSentences({ conflicts }: { conflicts: readonly Clash[] }) {
  const write = useClashText();
  return <List size="sm">{conflicts.map((clash) => <List.Item key={`${clash.kind} ${clash.meetingId}`}>{write(clash)}</List.Item>)}</List>;
}
