export { SectionPage } from './sections/section-page.tsx';
export { SectionsPage } from './sections/sections-page.tsx';
export { StructurePage } from './structure/structure-page.tsx';
export { TimetablePage } from './timetable/timetable-page.tsx';
