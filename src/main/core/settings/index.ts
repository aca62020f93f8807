export { settingsHandlers } from './handlers.ts';
export {
  defaultSettings, findOpenYear, readSchoolCard, readSchoolId, readSchoolSettings, readSetting, readYearOn, readYears, writeSetting, type YearRow,
} from './repo.ts';
