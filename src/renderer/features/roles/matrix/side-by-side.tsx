import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './matrix.module.css';

/** A matrix with what it means in words beside it; the words scroll by themselves and take the keyboard for that. */
export function SideBySide({ side, label, children }: { side: ReactNode; label: string; children: ReactNode }) {
  return (
    <div className={classes.layout}>
      {children}
      <Box className={classes.side} tabIndex={0} role="region" aria-label={label}>{side}</Box>
    </div>
  );
}
