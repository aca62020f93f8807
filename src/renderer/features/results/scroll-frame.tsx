import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './results.module.css';

/** A frame inside which a long table scrolls; it takes the keyboard, so that the arrows scroll it. */
export function ScrollFrame({ label, children }: { label: string; children: ReactNode }) {
  return <Box className={classes.scroll} tabIndex={0} role="region" aria-label={label}>{children}</Box>;
}
