export { NewRolePage } from './form/new-role-page.tsx';
export { RolePage } from './role-page.tsx';
export { RolesPage } from './roles-page.tsx';
