import { Badge, Radio, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportQuestion } from '#contract/exchange.ts';
import type { Decision } from '#contract/import-options.ts';
import type { ImportTarget } from '#contract/import-targets.ts';
import { useFormat } from '../../i18n/format.ts';
import { describeProblem } from './describe-problem.ts';
import classes from './exchange.module.css';

type Identity = ImportQuestion['inFile'];
const facts = ['studentNo', 'birthDate', 'fatherEl', 'motherEl', 'nationalId'] as const;
const nameOf = ({ familyEl, givenEl }: Identity) => `${familyEl} ${givenEl}`.trim();
const classOf = ({ level, division }: Identity) => division ?? level ?? '';

interface OneQuestionProps { question: ImportQuestion; target: ImportTarget; decision: Decision | null; onDecide: (decision: Decision) => void }

/** A row of the file above whoever it may be: what differs stands out. */
export function OneQuestion({ question: { line, problem, inFile, candidates }, target, decision, onDecide }: OneQuestionProps) {
  const { t } = useTranslation(['exchange', 'duplicates']);
  const format = useFormat();
  const write = (of: Identity, fact: (typeof facts)[number]) => (fact === 'birthDate' && of.birthDate ? format.date(of.birthDate) : of[fact] ?? '');
  const cells = (of: Identity) => (
    <>
      {facts.map((fact) => <Cell key={fact} text={write(of, fact)} isOther={of !== inFile && !!of[fact] && !!inFile[fact] && of[fact] !== inFile[fact]} />)}
      <Cell text={classOf(of)} isOther={of !== inFile && classOf(of) !== '' && classOf(inFile) !== '' && classOf(of) !== classOf(inFile)} />
    </>
  );
  const radio = (answer: Decision, label: string) => (
    <Radio name={`line ${line}`} aria-label={label} value={answer} checked={decision === answer} onChange={() => onDecide(answer)} />
  );
  return (
    <Table.Tbody>
      <Table.Tr className={classes.asked}>
        <Table.Th scope="row">{t('who.line', { line: format.number(line) })}</Table.Th>
        <Table.Td><Text span size="sm" fw={600}>{nameOf(inFile)}</Text></Table.Td>
        {cells(inFile)}
        <Table.Td>{describeProblem(problem)}</Table.Td>
      </Table.Tr>
      {candidates.map((candidate) => (
        <Table.Tr key={candidate.studentId}>
          <Table.Td>{radio(candidate.studentId, t('who.isKnown', { line, name: nameOf(candidate), studentNo: candidate.studentNo }))}</Table.Td>
          <Table.Td>
            <Text span size="sm" fw={nameOf(candidate) === nameOf(inFile) ? undefined : 600}>{nameOf(candidate)}</Text>
            {candidate.isArchived && <Badge ml={6} size="xs" variant="light" color="gray">{t('who.archived')}</Badge>}
          </Table.Td>
          {cells(candidate)}
          <Table.Td>{candidate.reasons.map((reason) => t(`duplicates:reason.${reason}`)).join(', ') || t('who.number')}</Table.Td>
        </Table.Tr>
      ))}
      <Table.Tr>
        <Table.Td>{radio('new', t(target === 'students' ? 'who.isNew' : 'who.isNobody', { line }))}</Table.Td>
        <Table.Td colSpan={8}>{t(target === 'students' ? 'who.new' : 'who.nobody')}</Table.Td>
      </Table.Tr>
    </Table.Tbody>
  );
}

function Cell({ text, isOther }: { text: string; isOther: boolean }) {
  return <Table.Td><Text span size="sm" fw={isOther ? 600 : undefined}>{text}</Text></Table.Td>;
}
