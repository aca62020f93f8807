export { ConductPage } from './conduct-page.tsx';
