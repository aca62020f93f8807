import { Alert, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleDraft, VisibilityRule } from '#contract/visibility.ts';
import { useMay, useQueryOf } from '../../../client/index.ts';
import { useFormat } from '../../../i18n/format.ts';
import { LoadState, StudentPicker, usePreview, writeName, type PickedStudent } from '../../../ui/index.ts';
import { AccountSelect, type PickedAccount } from '../account-select.tsx';
import { WhyAnswer } from './why-answer.tsx';

export interface TryPanelProps {
  rules: readonly VisibilityRule[];
  /** A rule that is not saved yet, and how it is said. */
  draft?: RuleDraft | null;
  sentence?: string | null;
  /** The saved rule that the draft is a change of. */
  replaces?: string | null;
  userId: string | undefined;
  studentId: string | undefined;
  /** Offers to see the program as the chosen person. */
  preview?: boolean;
  onChoose: (chosen: { userId?: string | undefined; studentId?: string | undefined }) => void;
}

/** Chooses an account and a student, and says whether the one sees the other, and why. */
export function TryPanel({ rules, draft = null, sentence = null, replaces = null, userId, studentId, preview = false, onChoose }: TryPanelProps) {
  const { t } = useTranslation('roles');
  const may = useMay();
  const looking = usePreview();
  const [person, setPerson] = usePerson(userId);
  const [student, setStudent] = useStudent(studentId);
  const why = useQueryOf('visibility.why', { userId: userId ?? '', studentId: studentId ?? '', draft, replaces }, { enabled: Boolean(userId && studentId), keep: true });
  if (!may('users:view') || !may('students:view')) return <Alert variant="light">{t(may('users:view') ? 'try.needsStudents' : 'try.needsUsers')}</Alert>;
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <AccountSelect value={person} onChange={(next) => {
          setPerson(next);
          onChoose({ userId: next?.id });
        }} />
        <StudentPicker label={t('try.student')} max={1} value={student ? [student] : []} onChange={([next]) => {
          setStudent(next ?? null);
          onChoose({ studentId: next?.id });
        }} />
      </SimpleGrid>
      {person && (
        <Group justify="space-between">
          <Reach person={person} draft={draft} replaces={replaces} />
          {preview && (
            <Button variant="default" size="xs" leftSection={<IconEye size={16} aria-hidden />} loading={looking.busy} onClick={() => void looking.start({ kind: 'person', userId: person.id })}>{t('try.asPerson', { person: person.name })}</Button>
          )}
        </Group>
      )}
      {person && student && userId && studentId && (
        <LoadState query={why} lines={5}>{(answer) => <WhyAnswer answer={answer} person={person} student={nameIn(student)} isDraft={draft !== null} sentence={sentence} rules={rules} />}</LoadState>
      )}
    </Stack>
  );
}

/** The name in a picked student's label, which goes on with the number. */
const nameIn = ({ label }: PickedStudent): string => label.split(' · ')[0] ?? label;

/** How many students somebody sees, and would see with the draft. */
function Reach({ person, draft, replaces }: { person: PickedAccount; draft: RuleDraft | null; replaces: string | null }) {
  const { t } = useTranslation('roles');
  const { data } = useQueryOf('visibility.reach', { userId: person.id, draft, replaces }, { keep: true });
  if (!data) return null;
  const name = { person: person.name };
  return (
    <Text size="sm" role="status" fw={draft ? 600 : undefined}>
      {data.withRule === null && t('try.reach', { ...name, count: data.now })}
      {data.withRule !== null && data.withRule !== data.now && t('try.reachThen', { ...name, count: data.withRule, now: data.now })}
      {data.withRule !== null && data.withRule === data.now && t('try.reachSame', { ...name, count: data.now })}
    </Text>
  );
}

/** The chosen account; one that the address names is looked up. */
function usePerson(userId: string | undefined) {
  const [picked, setPicked] = useState<PickedAccount | null>(null);
  const isKnown = picked?.id === userId;
  const found = useQueryOf('users.get', { id: userId ?? '' }, { enabled: useMay()('users:view') && userId !== undefined && !isKnown });
  const account = found.data;
  useEffect(() => {
    if (account && account.id === userId && !isKnown) setPicked({ id: account.id, name: account.displayName });
  }, [account, userId, isKnown]);
  return [isKnown ? picked : null, setPicked] as const;
}

/** The chosen student; one that the address names is looked up. */
function useStudent(studentId: string | undefined) {
  const format = useFormat();
  const [picked, setPicked] = useState<PickedStudent | null>(null);
  const isKnown = picked?.id === studentId;
  const found = useQueryOf('students.get', { id: studentId ?? '' }, { enabled: useMay()('students:view') && studentId !== undefined && !isKnown });
  const student = found.data;
  const label = student && `${writeName(format, student.details)} · ${student.details.studentNo}`;
  useEffect(() => {
    if (student && label && student.id === studentId && !isKnown) setPicked({ id: student.id, label });
  }, [student, label, studentId, isKnown]);
  return [isKnown ? picked : null, setPicked] as const;
}
