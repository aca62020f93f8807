export { fileHandlers } from './handlers.ts';
export { clearExports, exportsKeptFor, keepContent, readFileContent, readFileHead, saveFile, type FilePurpose, type StoredFile } from './repo.ts';
