export { writeName, writeOtherName, type NameParts } from '../../ui/index.ts';
