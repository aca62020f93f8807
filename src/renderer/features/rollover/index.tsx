export { RolloverPage } from './rollover-page.tsx';
