import { Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../client/index.ts';
import { useFormat } from '../../i18n/format.ts';
import { TextLink } from '../links.tsx';
import { writeName, type NameParts } from '../person-name.ts';

type Named = NameParts & { studentId: string; studentNo: string };

/** A student by name, as a link to the profile where it can be opened. */
export function StudentLink({ student }: { student: Named }) {
  const format = useFormat();
  const name = writeName(format, student);
  return useMay()('students:view') ? <TextLink to="/students/$studentId" params={{ studentId: student.studentId }}>{name}</TextLink> : <>{name}</>;
}

/** The first of some students by name, and how many there are besides. */
export function StudentList({ students, total }: { students: readonly Named[]; total: number }) {
  const { t } = useTranslation('privacy');
  const rest = total - students.length;
  return (
    <Text span size="sm">
      {students.map((student, at) => <Fragment key={student.studentId}>{at > 0 && ', '}<StudentLink student={student} /></Fragment>)}
      {rest > 0 && <Text span size="sm" c="dimmed"> {t('andMore', { count: rest })}</Text>}
    </Text>
  );
}
