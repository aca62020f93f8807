import type { Words } from './permission-words.ts';
import type { RoleName } from './roles-built-in.ts';

/** What the built-in roles are called. */
export const roleWords: Record<RoleName, Words> = {
  administrator: { el: 'Διαχειριστής', en: 'Administrator' },
  registrar: { el: 'Γραμματεία', en: 'Registrar' },
  principal: { el: 'Διευθυντής', en: 'Principal' },
  departmentHead: { el: 'Υπεύθυνος τομέα', en: 'Department head' },
  teacher: { el: 'Εκπαιδευτικός', en: 'Teacher' },
  counsellor: { el: 'Σύμβουλος', en: 'Counsellor' },
  viewer: { el: 'Μόνο προβολή', en: 'Viewer' },
};
