import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { HomePage } from '../features/home/index.tsx';
import { NotFound } from './not-found.tsx';
import { ScreenError } from './screen-error.tsx';
import { Shell } from './shell.tsx';
import {
  accountsSearch, attendanceSearch, auditSearch, conductSearch, gradebookSearch, listSearch, newRoleSearch, profileSearch, resultsSearch, roleSearch, rolesSearch, sectionSearch,
  structureSearch, timetableSearch,
} from './searches.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const accounts = () => import('../features/accounts/index.tsx');
const academics = () => import('../features/academics/index.tsx');
const attendance = () => import('../features/attendance/index.tsx');
const audit = () => import('../features/audit/index.tsx');
const conduct = () => import('../features/conduct/index.tsx');
const documents = () => import('../features/documents/index.tsx');
const exchange = () => import('../features/exchange/index.tsx');
const grading = () => import('../features/grading/index.tsx');
const duplicates = () => import('../features/duplicates/index.tsx');
const history = () => import('../features/history/index.tsx');
const people = () => import('../features/people/index.tsx');
const privacy = () => import('../features/privacy/index.tsx');
const results = () => import('../features/results/index.tsx');
const roles = () => import('../features/roles/index.tsx');
const rollover = () => import('../features/rollover/index.tsx');
const schedules = () => import('../features/schedules/index.tsx');
const settings = () => import('../features/settings/index.tsx');
const under = <const P extends string>(path: P) => ({ getParentRoute: () => root, path });

const routeTree = root.addChildren([
  createRoute({ ...under('/'), component: HomePage }),
  createRoute({
    ...under('/students'), validateSearch: (search) => listSearch.parse(search), component: lazyRouteComponent(people, 'StudentsPage'),
  }),
  createRoute({ ...under('/students/new'), component: lazyRouteComponent(people, 'NewStudentPage') }),
  createRoute({ ...under('/gradebook'), validateSearch: (search) => gradebookSearch.parse(search), component: lazyRouteComponent(grading, 'GradebookPage') }),
  createRoute({
    ...under('/attendance'), validateSearch: (search) => attendanceSearch.parse(search), component: lazyRouteComponent(attendance, 'AttendancePage'),
  }),
  createRoute({ ...under('/documents'), component: lazyRouteComponent(documents, 'DocumentsPage') }),
  createRoute({ ...under('/students/$studentId'), validateSearch: (search) => profileSearch.parse(search), component: lazyRouteComponent(people, 'StudentPage') }),
  createRoute({ ...under('/results'), validateSearch: (search) => resultsSearch.parse(search), component: lazyRouteComponent(results, 'ResultsPage') }),
  createRoute({ ...under('/conduct'), validateSearch: (search) => conductSearch.parse(search), component: lazyRouteComponent(conduct, 'ConductPage') }),
  createRoute({ ...under('/rollover'), component: lazyRouteComponent(rollover, 'RolloverPage') }),
  createRoute({ ...under('/sections'), validateSearch: (search) => sectionSearch.parse(search), component: lazyRouteComponent(academics, 'SectionsPage') }),
  createRoute({ ...under('/sections/$sectionId'), component: lazyRouteComponent(academics, 'SectionPage') }),
  createRoute({ ...under('/timetable'), validateSearch: (search) => timetableSearch.parse(search), component: lazyRouteComponent(academics, 'TimetablePage') }),
  createRoute({ ...under('/structure'), validateSearch: (search) => structureSearch.parse(search), component: lazyRouteComponent(academics, 'StructurePage') }),
  createRoute({ ...under('/duplicates'), component: lazyRouteComponent(duplicates, 'DuplicatesPage') }),
  createRoute({ ...under('/imports'), component: lazyRouteComponent(exchange, 'ImportsPage') }),
  createRoute({ ...under('/imports/$importId'), component: lazyRouteComponent(exchange, 'ImportPage') }),
  createRoute({ ...under('/history/{-$changeSetId}'), component: lazyRouteComponent(history, 'HistoryPage') }),
  createRoute({ ...under('/audit'), validateSearch: (search) => auditSearch.parse(search), component: lazyRouteComponent(audit, 'AuditPage') }),
  createRoute({ ...under('/accounts'), validateSearch: (search) => accountsSearch.parse(search), component: lazyRouteComponent(accounts, 'AccountsPage') }),
  createRoute({ ...under('/accounts/$accountId'), component: lazyRouteComponent(accounts, 'AccountPage') }),
  createRoute({ ...under('/roles/{-$tab}'), validateSearch: (search) => rolesSearch.parse(search), component: lazyRouteComponent(roles, 'RolesPage') }),
  createRoute({ ...under('/roles/new'), validateSearch: (search) => newRoleSearch.parse(search), component: lazyRouteComponent(roles, 'NewRolePage') }),
  createRoute({ ...under('/roles/of/$roleKey'), validateSearch: (search) => roleSearch.parse(search), component: lazyRouteComponent(roles, 'RolePage') }),
  createRoute({ ...under('/privacy/{-$tab}'), component: lazyRouteComponent(privacy, 'PrivacyPage') }),
  createRoute({ ...under('/schedules'), component: lazyRouteComponent(schedules, 'SchedulesPage') }),
  createRoute({ ...under('/settings'), component: lazyRouteComponent(settings, 'SettingsPage') }),
]);

/** The screens and their addresses. */
export const router = createRouter({ routeTree, defaultErrorComponent: ScreenError, scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
