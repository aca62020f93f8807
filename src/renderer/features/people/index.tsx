export { NewStudentPage } from './new-student-page.tsx';
export { StudentPage } from './profile/student-page.tsx';
export { StudentsPage } from './list/students-page.tsx';
