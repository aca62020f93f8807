export { limits } from './limits.ts';
export { quietPace, type Pace } from './pace.ts';
export { readFile } from './read-file.ts';
export { damaged, refuse } from './refusal.ts';
export { readPlace, type ZipPlace } from './zip-place.ts';
export { openZip, type ZipArchive } from './zip.ts';
