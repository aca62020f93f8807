import { Text } from '@mantine/core';
import type { Output } from '#contract/index.ts';
import { useFormat } from '../../../i18n/format.ts';

type Divisions = Output<'enrolments.divisions'>['divisions'];

/** The division of a stay; where it changed, each with its first day. */
export function DivisionsOfStay({ stay, divisions }: { stay: { id: string; division: string | null }; divisions: Divisions }) {
  const format = useFormat();
  const own = divisions.filter(({ enrolmentId }) => enrolmentId === stay.id).toReversed();
  if (own.length < 2) return <>{stay.division}</>;
  return own.map(({ id, division, startDate }, i) => (
    <Text key={id} size="sm" span display="block" fw={i === own.length - 1 ? undefined : 400} style={{ whiteSpace: 'nowrap' }}>
      {division} <Text span size="xs" c="dimmed">{format.date(startDate)}</Text>
    </Text>
  ));
}
