import { Paper, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQueryOf } from '../../client/index.ts';
import { LoadState } from '../../ui/index.ts';
import classes from './home.module.css';

/** The students that this user opened last. */
export function RecentPanel() {
  const { t } = useTranslation('home');
  const recent = useQueryOf('recent.list', {});
  return (
    <Paper component="section" aria-labelledby="recent-title">
      <Title order={2} size="h3" id="recent-title" mb="xs">{t('recent.title')}</Title>
      <LoadState query={recent}>
        {({ hits }) => (hits.length === 0
          ? <Text size="sm" c="dimmed">{t('recent.none')}</Text>
          : <ul className={classes.list}>
              {hits.slice(0, 6).map((hit) => (
                <li key={hit.id}>
                  <Link to="/students/$studentId" params={{ studentId: hit.id }} className={classes.row}>
                    <Text span size="sm" fw={500} truncate style={{ flex: 1 }}>{hit.familyEl} {hit.givenEl}</Text>
                    <Text span size="sm" c="dimmed">{hit.division ?? hit.level}</Text>
                    <Text span size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>{hit.studentNo}</Text>
                  </Link>
                </li>
              ))}
            </ul>)}
      </LoadState>
    </Paper>
  );
}
