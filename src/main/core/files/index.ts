export { fileHandlers } from './handlers.ts';
export { clearExports, keepContent, readFileContent, readFileHead, saveFile, type FilePurpose, type StoredFile } from './repo.ts';
