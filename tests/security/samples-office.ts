import { saveFile } from '../../src/main/core/files/index.ts';
import { password, passphrase, schoolDraft } from '../fixtures/core.ts';
import { defaultLetterhead, defaultTemplates } from '../../src/main/core/documents/rules-templates.ts';
import { type Aim, fresh, next, familyOf, student, csv, revOf, readyImport, refusedImport, committedImport, ownFile, ownJob, ownEdit, changeSetOf, newDocument, picture } from './sample-records.ts';
import type { Samples } from './samples.ts';
import { insertProfile } from '../../src/main/core/exchange/repo-profiles.ts';
import { writeProfileFile } from '../../src/main/core/exchange/rules/profile-file.ts';
import { profileContent } from '#contract/import-profiles.ts';

const profileOfNumbers = profileContent.parse({
  target: 'students', columns: [{ heading: 'Αρ. μητρώου', field: 'studentNo', marks: null }], options: {}, source: { encoding: null, delimiter: null },
});
const newProfile = (aim: Aim) => aim.school.plant((db) => insertProfile(db, fresh(), profileOfNumbers));

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
  'imports.row': async (aim) => ({ id: await readyImport(aim), line: 2 }),
  'imports.bundle': async (aim) => ({ id: await readyImport(aim) }),
  'imports.refusedTexts': async (aim) => ({ id: await readyImport(aim) }),
  'imports.questions': async (aim) => ({ id: await readyImport(aim) }),
  'imports.problems': async (aim) => ({ id: await refusedImport(aim), format: 'csv', language: 'el' }),
  'imports.commit': async (aim) => {
    const id = await readyImport(aim);
    return { id, rev: revOf(aim, 'import_job', id) };
  },
  'imports.undo': async (aim) => ({ id: await committedImport(aim) }),
  'imports.written': async (aim) => ({ id: await committedImport(aim) }),
  'imports.file': async (aim) => ({ id: await readyImport(aim) }),
  'imports.applied': async (aim) => ({ id: await committedImport(aim), language: 'en' }),
  'imports.discard': async (aim) => ({ id: await readyImport(aim) }),
  'importProfiles.list': () => ({}),
  'importProfiles.save': async (aim) => ({ importId: await readyImport(aim), id: newProfile(aim), rev: 1, name: fresh() }),
  'importProfiles.rename': (aim) => ({ id: newProfile(aim), rev: 1, name: fresh() }),
  'importProfiles.remove': (aim) => ({ id: newProfile(aim), rev: 1 }),
  'importProfiles.export': (aim) => ({ id: newProfile(aim) }),
  'importProfiles.import': () => ({ content: new Uint8Array(writeProfileFile({ name: fresh(), content: profileOfNumbers })) }),
  'exports.table': () => ({ format: 'csv', columns: ['studentNo', 'familyEl', 'email', 'phone'], language: 'el', list: { table: 'students', filter: { status: 'all' } } }),
  'exports.oneRoster': () => ({ language: 'el', results: true }),
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
