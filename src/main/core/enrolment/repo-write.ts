import { enrolment, homeroomMembership, sectionEnrolment } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import type { Facts, Write } from './rules-model.ts';

/** Carries out the writes of a plan. Returns the id of the stay that it added, if any. */
export function carryOut(db: Writer, { studentId }: Pick<Facts, 'studentId'>, orgId: string, writes: readonly Write[]): string | null {
  let added: string | null = null;
  for (const write of writes) {
    switch (write.do) {
      case 'addStay': added = db.insert(enrolment, { studentId, orgId, ...write.values }); break;
      case 'setStay': db.update(enrolment, write.id, write.values); break;
      case 'addHome': {
        const { enrolmentId, yearId, level, division, startDate, endDate } = write;
        db.insert(homeroomMembership, { studentId, enrolmentId, yearId, level, division, startDate, endDate });
        break;
      }
      case 'setHome': db.update(homeroomMembership, write.id, write.values); break;
      case 'dropHome': db.remove(homeroomMembership, write.id); break;
      case 'addPlace': db.insert(sectionEnrolment, { studentId, sectionId: write.section.id, startDate: write.startDate, endDate: write.endDate }); break;
      case 'setPlace': db.update(sectionEnrolment, write.id, write.values); break;
      case 'dropPlace': db.remove(sectionEnrolment, write.id); break;
    }
  }
  return added;
}
