export { DocumentDialog } from './document-dialog.tsx';
export { downloadFile } from './download-file.ts';
export { IssueDialog } from './issue-dialog.tsx';
export { IssuedBadge } from './issued-badge.tsx';
export { writeStudent } from './write-student.ts';
