export { backupHandlers } from './handlers.ts';
export { makeBackup, rotateBackups } from './make.ts';
export { applyRestore, clearStage, stageRestore, stageUpload } from './restore.ts';
