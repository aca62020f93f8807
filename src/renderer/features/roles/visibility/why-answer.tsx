import { Alert, Stack, Text, Title } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '#contract/index.ts';
import { resourceOf } from '#contract/permissions.ts';
import type { VisibilityRule } from '#contract/visibility.ts';
import type { PickedAccount } from '../account-select.tsx';
import { PermissionWords } from '../allows-panel.tsx';
import { listClasses } from '../words.ts';
import { aboutStudents } from './about-students.ts';
import { ReasonItem } from './reason-item.tsx';

export interface WhyAnswerProps {
  answer: Output<'visibility.why'>;
  person: PickedAccount;
  student: string;
  isDraft: boolean;
  sentence: string | null;
  rules: readonly VisibilityRule[];
}

/** Whether somebody sees a student: the answer, every grant and rule with why it counts or not, and what of the student is seen. */
export function WhyAnswer({ answer, person, student, isDraft, sentence, rules }: WhyAnswerProps) {
  const { t } = useTranslation('roles');
  const names = { person: person.name, student };
  const headline = isDraft ? (answer.sees ? 'try.wouldSee' : 'try.wouldNotSee') : (answer.sees ? 'try.sees' : 'try.seesNot');
  const reaching = answer.reasons.filter(({ reaches }) => reaches);
  const allowed = [...new Set(reaching.flatMap(({ permissions }) => permissions))].filter((permission) => aboutStudents.has(resourceOf(permission)));
  const classes = [...new Set(reaching.flatMap(({ fieldClasses }) => fieldClasses))];
  return (
    <Stack gap="sm" aria-live="polite">
      <Alert variant="light" color={answer.sees ? 'teal' : 'gray'} icon={answer.sees ? <IconEye aria-hidden /> : <IconEyeOff aria-hidden />} py="xs">
        <Text fw={600}>{t(headline, names)}{answer.reasons.length > 0 && `, ${t('try.because')}`}</Text>
        {answer.disabled && <Text size="sm">{t('try.disabled')}</Text>}
        {answer.reasons.length === 0 && <Text size="sm">{t('try.noRoles')}</Text>}
      </Alert>
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {answer.reasons.map((reason, at) => <ReasonItem key={`${reason.rule ?? ''} ${String(at)}`} reason={reason} sentence={sentence} rules={rules} />)}
      </Stack>
      {answer.sees && (
        <>
          <Title order={3} size="h4">{t('try.what', names)}</Title>
          <PermissionWords permissions={allowed} order={4} cols={3} />
          <Text size="sm">{classes.length === 0 ? t('try.nothingOf') : t('try.whatFields', { what: listClasses(classes) })}</Text>
        </>
      )}
    </Stack>
  );
}
