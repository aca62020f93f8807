export { GradebookPage } from './gradebook-page.tsx';
