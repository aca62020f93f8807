export { FollowUpLog } from './follow-up-log.tsx';
export { HighlightDialog } from './highlight-dialog.tsx';
export { IncidentDialog } from './incident-dialog.tsx';
export { IncidentView } from './incident-view.tsx';
export { InterventionDialog } from './intervention-dialog.tsx';
export { InterventionView } from './intervention-view.tsx';
export { IncidentMarks, InterventionMarks, StudentLinks } from './marks.tsx';
export { todayIso } from './today.ts';
