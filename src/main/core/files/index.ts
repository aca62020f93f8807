export { fileHandlers } from './handlers.ts';
export { plainFileName } from './rules-file-name.ts';
export { clearExports, exportsKeptFor, keepContent, readFileContent, readFileHead, saveFile, type FilePurpose, type StoredFile } from './repo.ts';
