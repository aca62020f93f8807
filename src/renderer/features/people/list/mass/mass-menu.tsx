import { Button, Menu } from '@mantine/core';
import { IconArrowsExchange, IconChevronDown, IconDoorExit, IconForms, IconSchool, IconUsersPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Selection } from '#contract/enrolment.ts';
import { MassDialog } from './mass-dialog.tsx';

export const massKinds = ['enrol', 'move', 'assign', 'withdraw', 'set'] as const;
export type MassKind = (typeof massKinds)[number];
const icons = { enrol: IconSchool, move: IconArrowsExchange, assign: IconUsersPlus, withdraw: IconDoorExit, set: IconForms } as const;

/** What can be changed for all chosen students at once. */
export function MassMenu({ selection, count, onDone }: { selection: Selection; count: number; onDone: () => void }) {
  const { t } = useTranslation('enrolment');
  const [kind, setKind] = useState<MassKind | null>(null);
  return (
    <>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target><Button size="xs" rightSection={<IconChevronDown size={14} aria-hidden />}>{t('mass.actions')}</Button></Menu.Target>
        <Menu.Dropdown>
          {massKinds.map((each) => {
            const Icon = icons[each];
            return <Menu.Item key={each} leftSection={<Icon size={16} aria-hidden />} onClick={() => setKind(each)}>{t(`mass.menu.${each}`)}</Menu.Item>;
          })}
        </Menu.Dropdown>
      </Menu>
      {kind && <MassDialog kind={kind} selection={selection} count={count} onClose={() => setKind(null)} onDone={onDone} />}
    </>
  );
}
