export { DisclosureDialog } from './disclosure-dialog.tsx';
export { DisclosuresTable } from './disclosures-table.tsx';
export { ErasuresTable } from './erasures-table.tsx';
export { HoldDialog } from './hold-dialog.tsx';
export { HoldsTable } from './holds-table.tsx';
export { LeftOut, OutgoingFields } from './outgoing-fields.tsx';
export { StudentLink } from './student-list.tsx';
export { useCountWords } from './use-count-words.ts';
export { useOutgoing, type OutgoingState } from './use-outgoing.ts';
