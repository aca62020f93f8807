export { DayCell, StateLegend } from './day-cell.tsx';
export { writePerson } from './write-person.ts';
export { YearStrip } from './year-strip.tsx';
