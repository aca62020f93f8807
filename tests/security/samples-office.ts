import { saveFile } from '../../src/main/core/files/index.ts';
import { password, passphrase, schoolDraft } from '../fixtures/core.ts';
import { defaultLetterhead, defaultTemplates } from '../../src/main/core/documents/rules-templates.ts';
import { fresh, next, familyOf, student, csv, revOf, readyImport, committedImport, ownFile, ownJob, ownEdit, changeSetOf, newDocument, picture } from './sample-records.ts';
import type { Samples } from './samples.ts';

/** Calls about the office and its keeping. */
export const officeSamples = {
  'setup.status': () => ({}),
  'setup.create': () => ({ school: schoolDraft, passphrase }),
  'setup.demonstration': () => ({}),
  'setup.unlock': () => ({ passphrase: 'not the passphrase' }),
  'setup.restore': () => ({ backup: new Uint8Array([1]), recoveryCode: 'AAAA', passphrase }),
  'keys.confirmRecovery': () => ({}),
  'keys.renewRecovery': () => ({}),
  'backups.list': () => ({}),
  'backups.run': () => ({}),
  'backups.restore': async ({ office }) => ({ name: (await office.call('backups.list', {})).backups[0]?.name ?? '', recoveryCode: 'AAAA' }),
  'auth.signIn': () => ({ username: 'admin', password }),
  'auth.me': () => ({}),
  'auth.signOut': () => ({}),
  'auth.lock': () => ({}),
  'auth.unlock': () => ({ password }),
  'auth.confirm': () => ({ password }),
  'auth.changePassword': () => ({ password: `another password ${next()}` }),
  'preferences.update': () => ({ language: 'el', theme: next() % 2 ? 'dark' : 'light', idleMinutes: 5 }),
  'history.list': (aim) => ({ studentId: student(aim) }),
  'history.get': (aim) => ({ id: changeSetOf(aim), studentId: student(aim) }),
  'history.undo': (aim) => ({ id: ownEdit(aim) }),
  'history.undoOwn': (aim) => ({ id: ownEdit(aim) }),
  'files.upload': () => ({ name: 'a.csv', content: csv() }),
  'files.download': (aim) => ({ fileId: ownFile(aim) }),
  'imports.create': async ({ office }) => ({ fileId: (await office.call('files.upload', { name: 'a.csv', content: csv() })).fileId }),
  'imports.list': () => ({}),
  'imports.get': async (aim) => ({ id: await readyImport(aim) }),
  'imports.preview': async (aim) => ({ id: await readyImport(aim) }),
  'imports.rows': async (aim) => ({ id: await readyImport(aim) }),
  'imports.commit': async (aim) => {
    const id = await readyImport(aim);
    return { id, rev: revOf(aim, 'import_job', id) };
  },
  'imports.undo': async (aim) => ({ id: await committedImport(aim) }),
  'imports.discard': async (aim) => ({ id: await readyImport(aim) }),
  'exports.table': () => ({ format: 'csv', columns: ['studentNo', 'familyEl', 'email', 'phone'], language: 'el', list: { table: 'students', filter: { status: 'all' } } }),
  'exports.template': () => ({ target: 'attendance', language: 'el' }),
  'documents.classList': () => ({ language: 'el', filter: { status: 'all' } }),
  'documents.options': () => ({}),
  'documents.issue': (aim) => ({ kind: 'enrolmentCertificate', language: 'el', yearId: aim.school.teaching.yearId, studentIds: [student(aim)] }),
  'documents.reissue': (aim) => ({ id: newDocument(aim), rev: 1, reason: 'Λάθος' }),
  'documents.void': (aim) => ({ id: newDocument(aim), rev: 1, reason: 'Λάθος' }),
  'documents.register': () => ({ limit: 500 }),
  'documents.download': (aim) => ({ id: familyOf(aim).documentId }),
  'documents.check': () => ({ code: 'RB1AAAA' }),
  'documents.templates': () => ({}),
  'documents.saveLetterhead': async ({ office }) => ({ rev: (await office.call('documents.templates', {})).letterhead.rev, settings: { ...defaultLetterhead, placeEl: fresh() } }),
  'documents.saveTemplate': async ({ office }) => ({
    kind: 'transcript', rev: (await office.call('documents.templates', {})).templates.find(({ kind }) => kind === 'transcript')?.rev ?? null, settings: { ...defaultTemplates.transcript, introEl: fresh() },
  }),
  'documents.uploadImage': () => ({ name: 'icon.png', content: picture }),
  'documents.image': ({ school }) => ({ fileId: school.plant((db) => saveFile(db, { name: 'image.png', mime: 'image/png', content: picture, purpose: 'template' })) }),
  'documents.preview': () => ({ kind: 'enrolmentCertificate', language: 'el', settings: defaultTemplates.enrolmentCertificate, letterhead: defaultLetterhead }),
  'settings.get': () => ({}),
  'settings.update': (aim) => ({
    rev: revOf(aim, 'setting', 'school'),
    settings: { nameEl: 'Σχολείο', nameEn: 'School', backupAt: '03:00', backupFolder: null, backupKeep: 5 },
  }),
  'jobs.get': (aim) => ({ id: ownJob(aim) }),
  'jobs.list': () => ({}),
  'jobs.cancel': (aim) => ({ id: ownJob(aim) }),
  'home.overview': () => ({}),
  'insight.enrolmentByLevel': () => ({}),
  'insight.marksByBand': () => ({}),
  'insight.attendanceByWeek': () => ({}),
} satisfies Partial<Samples>;
