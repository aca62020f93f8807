import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import classes from './print-sheet.module.css';

/** A sheet of paper: while it stands in the window, it is what gets printed, instead of the screen. */
export function PrintSheet({ title, children }: { title: string; children: ReactNode }) {
  return createPortal(<section className={`print-only ${classes.sheet}`} aria-hidden><h1>{title}</h1>{children}</section>, document.body);
}
