import type { VisibilityReason, VisibilityRule } from '#contract/visibility.ts';
import type { Reader } from '../store/reader.ts';
import type { Grant } from './access.ts';
import { readRole } from './repo-roles.ts';
import { studentsInScope } from './repo-scope.ts';
import type { RowScope } from './scope.ts';

interface Stored {
  id: string; rev: number; role: string; viewerOrgId: string | null; viewerEl: string | null; viewerEn: string | null; targetOrgId: string; targetEl: string | null; targetEn: string | null;
  span: VisibilityRule['span']; drafts: number; reason: string | null; holders: number;
}

/** Every rule, with on how many accounts it works today. */
export function readRules(db: Reader, today: string): VisibilityRule[] {
  return db.all<Stored>(
    `SELECT v.id, v.rev, v.role, v.viewerOrgId, a.nameEl AS viewerEl, a.nameEn AS viewerEn, v.targetOrgId, b.nameEl AS targetEl, b.nameEn AS targetEn, v.span, v.drafts, v.reason,
       (SELECT count(DISTINCT g.userId) FROM role_grant g JOIN user u ON u.id = g.userId AND u.disabledAt IS NULL AND u.deletedAt IS NULL
        WHERE g.role = v.role AND g.scope = 'department' AND (v.viewerOrgId IS NULL OR g.orgId = v.viewerOrgId) AND g.deletedAt IS NULL
          AND (g.startDate IS NULL OR g.startDate <= @today) AND (g.endDate IS NULL OR g.endDate >= @today)) AS holders
     FROM visibility_rule v LEFT JOIN org a ON a.id = v.viewerOrgId LEFT JOIN org b ON b.id = v.targetOrgId WHERE v.deletedAt IS NULL ORDER BY v.id`, { today })
    .flatMap(({ role, viewerOrgId, viewerEl, viewerEn, targetOrgId, targetEl, targetEn, drafts, ...row }) => {
      const name = readRole(db, role);
      return name ? [{
        ...row, drafts: drafts === 1, role: { key: role, nameEl: name.nameEl, nameEn: name.nameEn },
        viewer: viewerOrgId === null ? null : { id: viewerOrgId, nameEl: viewerEl ?? '', nameEn: viewerEn ?? '' },
        target: { id: targetOrgId, nameEl: targetEl ?? '', nameEn: targetEn ?? '' },
      }] : [];
    });
}

type Way = VisibilityReason['ways'][number];

/** By what a grant reaches a student: the sections, the class division. Empty when it does not. */
export function readWays(db: Reader, grant: Pick<Grant, 'scope' | 'orgId' | 'span'>, scope: RowScope, userId: string, studentId: string): Way[] {
  if (scope.all) return [{ by: 'school' }];
  const limited = studentsInScope(scope, 's.id');
  if (db.get(`SELECT 1 FROM student s WHERE s.id = @studentId AND s.deletedAt IS NULL AND ${limited.sql}`, { studentId, ...limited.params }) === undefined) return [];
  if (grant.scope === 'self') return [{ by: 'self' }];
  if (grant.scope === 'homeroom') {
    return db.all<{ division: string }>(
      `SELECT DISTINCT hm.division FROM homeroom_membership hm JOIN homeroom h ON h.yearId = hm.yearId AND h.level = hm.level AND h.division = hm.division AND h.deletedAt IS NULL
       JOIN staff st ON st.id = h.staffId AND st.userId = @userId AND st.deletedAt IS NULL
       WHERE hm.studentId = @studentId AND hm.deletedAt IS NULL AND (hm.endDate IS NULL OR hm.endDate >= date('now', 'localtime'))`, { studentId, userId })
      .map(({ division }) => ({ by: 'homeroom', division }));
  }
  const condition = grant.scope === 'department' ? 'c.departmentId = @key'
    : 'se.sectionId IN (SELECT ss.sectionId FROM section_staff ss JOIN staff st ON st.id = ss.staffId AND st.userId = @key AND st.deletedAt IS NULL WHERE ss.deletedAt IS NULL)';
  const isPast = grant.scope === 'department' && grant.span !== 'now';
  return db.all<{ section: string; courseEl: string; courseEn: string; until: string | null }>(
    `SELECT s.code AS section, c.nameEl AS courseEl, c.nameEn AS courseEn, se.endDate AS until FROM section_enrolment se
     JOIN section s ON s.id = se.sectionId AND s.deletedAt IS NULL JOIN course c ON c.id = s.courseId
     WHERE se.studentId = @studentId AND se.deletedAt IS NULL AND ${condition} ${isPast ? '' : `AND (se.endDate IS NULL OR se.endDate >= date('now', 'localtime'))`}
     ORDER BY se.startDate DESC LIMIT 20`, { studentId, key: grant.scope === 'department' ? grant.orgId : userId })
    .map((row) => ({ by: 'section', ...row }));
}

/** How many students a scope reaches. */
export function countInScope(db: Reader, scope: RowScope): number {
  const limited = studentsInScope(scope, 's.id');
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM student s WHERE s.deletedAt IS NULL AND ${limited.sql}`, limited.params)?.n ?? 0;
}
