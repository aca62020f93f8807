import { z } from 'zod';
import { command, everyDoor, query } from './define.ts';
import { outgoing } from './disclosures.ts';
import { bytes, id, instant, isoDate, language, nothing, page, paging, rev, text } from './fields.ts';
import { studentFilter, studentOrder } from './people.ts';

/** Documents that are given out under a serial number, each about one student. */
export const issuedKinds = ['reportCard', 'transcript', 'enrolmentCertificate', 'attendanceLetter'] as const;
export type IssuedKind = (typeof issuedKinds)[number];
export const issuedStatuses = ['issued', 'void', 'replaced'] as const;
export const signatoryRoles = ['registrar', 'principal'] as const;
export type SignatoryRole = (typeof signatoryRoles)[number];

const line = z.string().trim().max(120, 'tooLong');
const words = z.string().trim().max(1200, 'tooLong');
const signatory = z.object({ nameEl: line, nameEn: line, titleEl: line, titleEn: line, signatureId: id.nullable() });

/** What stands on every document of the school: lines above its name, crest, place, and who signs. */
export const letterheadSettings = z.object({
  linesEl: z.array(line).max(5), linesEn: z.array(line).max(5),
  placeEl: line, placeEn: line, contactEl: line, contactEn: line,
  crestId: id.nullable(),
  signatories: z.object({ registrar: signatory, principal: signatory }),
});
export type LetterheadSettings = z.infer<typeof letterheadSettings>;

/** How the school wants one kind of document. What a kind has no use for (a rank on a certificate) is ignored. */
export const templateSettings = z.object({
  titleEl: text(120), titleEn: text(120), introEl: words, introEn: words, closingEl: words, closingEn: words, footerEl: line, footerEn: line,
  showCrest: z.boolean(), showMean: z.boolean(), showRank: z.boolean(), showAbsences: z.boolean(), showConduct: z.boolean(),
  signedBy: z.array(z.enum(signatoryRoles)).min(1, 'required').max(2),
});
export type TemplateSettings = z.infer<typeof templateSettings>;

const issued = z.object({
  id, rev, serial: z.string(), kind: z.enum(issuedKinds), language, status: z.enum(issuedStatuses), issuedOn: isoDate, issuedAt: instant, issuedBy: z.string().nullable(),
  studentId: id.nullable(), studentNo: z.string().nullable(),
  familyEl: z.string().nullable(), givenEl: z.string().nullable(), familyLatin: z.string().nullable(), givenLatin: z.string().nullable(),
  yearLabel: z.string().nullable(), termEl: z.string().nullable(), termEn: z.string().nullable(),
  reason: z.string().nullable(), replacedBy: z.string().nullable(), inBatch: z.boolean(),
});
export type IssuedDocument = z.infer<typeof issued>;

/** Why a student of a batch got no document. */
export const skipReasons = ['noGrades', 'noStay', 'noRecipient'] as const;
export type SkipReason = (typeof skipReasons)[number];
const skipped = z.object({ studentNo: z.string(), reason: z.enum(skipReasons) });
const made = z.object({
  fileId: id.nullable(), name: z.string(), documents: z.number().int(), pages: z.number().int(), firstSerial: z.string().nullable(), lastSerial: z.string().nullable(),
  /** The first of those left out, and how many in all. */
  skipped: z.array(skipped), skippedTotal: z.number().int(),
});

/**
 * What a code says. `genuine`: signed by this school, and in force. `withdrawn`: signed by this school, but its issue was taken back.
 * `altered`: claims to be of this school, but its signature does not fit. `foreign`: signed by another key. `unreadable`: no code.
 */
export const verdicts = ['genuine', 'void', 'replaced', 'withdrawn', 'altered', 'foreign', 'unreadable'] as const;
export type Verdict = (typeof verdicts)[number];
const checked = z.object({
  verdict: z.enum(verdicts),
  /** What was signed; null where no signature of this school stands behind it. */
  says: z.object({
    kind: z.enum(issuedKinds), serial: z.string(), studentNo: z.string(), initials: z.string(), issuedOn: isoDate, facts: z.array(z.string()),
  }).nullable(),
  replacedBy: z.string().nullable(), reason: z.string().nullable(), documentId: id.nullable(),
  /** Whether a dropped file is byte for byte the one that was issued; null when a code was typed. */
  sameFile: z.boolean().nullable(),
});
export type CheckedCode = z.infer<typeof checked>;

const one = z.object({ id, rev, reason: text(300) });

export const documentProcedures = {
  /** A class list to print: Greek or English, page numbers, the school's name. */
  'documents.classList': command({
    permission: 'documents:print', scope: 'rows', doors: everyDoor, audited: 'bulk', lane: 'work', job: true,
    input: z.object({
      filter: studentFilter.prefault({}), order: studentOrder.prefault({}), language, title: z.string().max(120).default(''),
      disclosure: outgoing.nullable().default(null),
    }),
    output: z.object({ fileId: id, name: z.string(), rows: z.number().int(), pages: z.number().int(), leftOut: z.number().int() }),
  }),
  /** What can be chosen when issuing: years with their terms (and whether marks are posted in them), levels and divisions. */
  'documents.options': query({
    permission: 'documents:print', scope: 'rows', doors: everyDoor, input: nothing,
    output: z.object({
      years: z.array(z.object({
        id, label: z.string(), isOpen: z.boolean(),
        terms: z.array(z.object({ id, nameEl: z.string(), nameEn: z.string(), hasGrades: z.boolean() })),
        divisions: z.array(z.object({ level: z.string(), division: z.string().nullable(), students: z.number().int() })),
      })),
    }),
  }),
  /**
   * Issues a document to a student, to chosen students or to all of a year, level or division: one PDF to print, each document under its own
   * serial number, numbered without gaps within the year. `termId` null: the whole year. Students for whom there is nothing to write are left out and named.
   */
  'documents.issue': command({
    permission: 'documents:issue', scope: 'rows', doors: everyDoor, lane: 'work', job: true, undoable: true,
    input: z.object({
      kind: z.enum(issuedKinds), language, yearId: id, termId: id.nullable().default(null),
      studentIds: z.array(id).min(1).max(5000).nullable().default(null),
      level: z.string().max(20).nullable().default(null), division: z.string().max(20).nullable().default(null),
    }),
    output: made,
  }),
  /** Issues a document anew, with today's data, under a new serial number; the old one is from then on replaced. */
  'documents.reissue': command({
    permission: 'documents:issue', scope: 'rows', doors: everyDoor, lane: 'work', job: true, undoable: true, input: one, output: made,
  }),
  /** Declares a document void. It stays in the register, and its code then says so. */
  'documents.void': command({
    permission: 'documents:void', scope: 'rows', doors: everyDoor, undoable: true, input: one, output: z.object({ rev }),
  }),
  /** The register of issued documents, latest first. `text`: part of a serial number, or a student's name or number. */
  'documents.register': query({
    permission: 'documents:print', scope: 'rows', doors: everyDoor,
    input: z.object({
      kind: z.enum(issuedKinds).nullable().default(null), status: z.enum(issuedStatuses).nullable().default(null), studentId: id.nullable().default(null),
      text: z.string().trim().max(100).default(''), ...paging,
    }),
    output: page(issued),
  }),
  /** An issued document: the very bytes that were given out. Letters to guardians ask for the field class contact. */
  'documents.download': query({
    permission: 'documents:print', scope: 'rows', doors: everyDoor, input: z.object({ id }),
    output: z.object({ name: z.string(), mime: z.string(), content: bytes }),
  }),
  /** Checks what a code, or every code within a PDF, says. Needs no network and no other program. */
  'documents.check': query({
    permission: 'documents:print', scope: 'rows', doors: everyDoor,
    input: z.object({ code: z.string().max(2000).nullable().default(null), file: bytes.nullable().default(null) }),
    output: z.object({ results: z.array(checked), total: z.number().int() }),
  }),
  'documents.templates': query({
    permission: 'documents:configure', scope: 'school', doors: everyDoor, input: nothing,
    output: z.object({
      /** `rev` null: as the program comes, not yet edited. */
      letterhead: z.object({ rev: rev.nullable(), settings: letterheadSettings }),
      templates: z.array(z.object({ kind: z.enum(issuedKinds), rev: rev.nullable(), settings: templateSettings })),
    }),
  }),
  'documents.saveLetterhead': command({
    permission: 'documents:configure', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ rev: rev.nullable(), settings: letterheadSettings }), output: z.object({ rev }),
  }),
  'documents.saveTemplate': command({
    permission: 'documents:configure', scope: 'school', doors: everyDoor, undoable: true,
    input: z.object({ kind: z.enum(issuedKinds), rev: rev.nullable(), settings: templateSettings }), output: z.object({ rev }),
  }),
  /** A crest or a signature: PNG or JPEG by its content, at most 1 MB. */
  'documents.uploadImage': command({
    permission: 'documents:configure', scope: 'school', doors: everyDoor, input: z.object({ name: text(255), content: bytes }), output: z.object({ fileId: id }),
  }),
  'documents.image': query({
    permission: 'documents:configure', scope: 'school', doors: everyDoor, input: z.object({ fileId: id }), output: z.object({ dataUrl: z.string() }),
  }),
  /** A sample page as the typesetter would draw it with these settings: an SVG picture, its text as outlines of the embedded font. */
  'documents.preview': query({
    permission: 'documents:configure', scope: 'school', doors: everyDoor, lane: 'work',
    input: z.object({ kind: z.enum(issuedKinds), language, settings: templateSettings, letterhead: letterheadSettings }),
    output: z.object({ svg: z.string() }),
  }),
};
