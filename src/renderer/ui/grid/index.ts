export { PagedGrid, resetColumns, type GridOrder, type GridPage, type PagedGridProps } from './paged-grid.tsx';
