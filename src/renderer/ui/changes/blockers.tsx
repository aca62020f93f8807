import { Alert, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Blocker } from '#contract/history.ts';
import { describeEntity, describeField, translateKey } from '../../i18n/dynamic.ts';
import { TextLink } from '../links.tsx';

/** More than these are counted, not listed. */
const listed = 12;
/** A blocker's fields are columns, or the kind of record that stands on this one. */
const describePart = (name: string): string => translateKey('entities', name) ?? describeField(name);

/** What stands on a change, each with the way to it. */
export function BlockerLinks({ blockers }: { blockers: Blocker[] }) {
  const { t } = useTranslation(['history', 'common']);
  return (
    <>
      <List size="sm" spacing={4}>
        {blockers.slice(0, listed).map((blocker) => (
          <List.Item key={`${blocker.entity} ${blocker.rowId} ${blocker.changeSetId}`}>
            {describeEntity(blocker.entity)}{blocker.label && `: ${blocker.label}`}
            {blocker.fields.length > 0 && <Text span size="sm" c="dimmed"> ({blocker.fields.map(describePart).join(', ')})</Text>}
            {blocker.changeSetId !== null && (
              <> {' · '}
                <TextLink to="/history/{-$changeSetId}" params={{ changeSetId: String(blocker.changeSetId) }}>
                  {t('history:laterChange', { id: blocker.changeSetId })}
                </TextLink>
              </>
            )}
          </List.Item>
        ))}
      </List>
      {blockers.length > listed && <Text size="sm" mt={4}>{t('history:moreBlockers', { count: blockers.length - listed })}</Text>}
    </>
  );
}

/** Why a change cannot be taken back now. */
export function BlockedAlert({ blockers }: { blockers: Blocker[] }) {
  const { t } = useTranslation();
  return (
    <Alert color="orange" title={t('undo.blockedTitle')} role="alert">
      <Text size="sm" mb={6}>{t('undo.blockedText')}</Text>
      <BlockerLinks blockers={blockers} />
    </Alert>
  );
}
