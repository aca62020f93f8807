import type { IssuedKind, LetterheadSettings, TemplateSettings } from '#contract/documents.ts';
import { readSchoolCard } from '../settings/index.ts';
import type { Reader } from '../store/reader.ts';
import type { Frame } from './letterhead.ts';
import { readImage, readLetterhead, readTemplate } from './repo-templates.ts';
import type { DocumentLanguage } from './rules-class-list.ts';

/** The frame of a kind of document, with the school's settings as saved unless others are given. */
export function readFrame(db: Reader, kind: IssuedKind, language: DocumentLanguage, issuedOn: string, yearLabel: string,
  unsaved: { letterhead: LetterheadSettings; template: TemplateSettings } | null = null): Frame {
  const letterhead = unsaved?.letterhead ?? readLetterhead(db).settings;
  const template = unsaved?.template ?? readTemplate(db, kind).settings;
  const card = readSchoolCard(db);
  const signature = (role: 'registrar' | 'principal') => readImage(db, letterhead.signatories[role].signatureId) ?? undefined;
  return {
    language, school: language === 'el' ? card.nameEl : card.nameEn, yearLabel, issuedOn, letterhead, template,
    crest: readImage(db, letterhead.crestId), signatures: { registrar: signature('registrar'), principal: signature('principal') },
  };
}
