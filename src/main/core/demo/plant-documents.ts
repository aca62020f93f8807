import { defaultLetterhead } from '../documents/rules-templates.ts';
import { keepContent } from '../files/index.ts';
import { documentKeyFromSeed } from '../documents/rules-code.ts';
import { documentTemplate, setting, storedFile } from '../store/schema/index.ts';
import type { Writer } from '../store/writer.ts';
import { drawCrest } from './crest.ts';
import type { Planter } from './planter.ts';

/** Writes the school's letterhead with crest and signatories, and the key that signs its documents. */
export function plantDocuments(db: Writer, { plant }: Planter): void {
  const crest = drawCrest();
  const hash = keepContent(db, crest);
  const crestId = plant(storedFile, { hash, name: 'crest.png', mime: 'image/png', size: crest.byteLength, purpose: 'template' });
  const { registrar, principal } = defaultLetterhead.signatories;
  const settings = {
    ...defaultLetterhead, crestId,
    linesEl: [...defaultLetterhead.linesEl, 'ΔΙΕΥΘΥΝΣΗ ΔΕΥΤΕΡΟΒΑΘΜΙΑΣ ΕΚΠΑΙΔΕΥΣΗΣ ΑΝΑΤΟΛΗΣ'], linesEn: [...defaultLetterhead.linesEn, 'DIRECTORATE OF SECONDARY EDUCATION OF ANATOLI'],
    placeEl: 'Ανατολή', placeEn: 'Anatoli', contactEl: 'Ελ. Βενιζέλου 21, 199 01 Ανατολή · τηλ. 210 000 0000', contactEn: '21 El. Venizelou St, 199 01 Anatoli · tel. 210 000 0000',
    signatories: {
      registrar: { ...registrar, nameEl: 'Μαρίνα Γραμματέα', nameEn: 'Marina Grammatea' },
      principal: { ...principal, titleEl: 'Η Διευθύντρια', nameEl: 'Αλεξάνδρα Λυκειάρχη', nameEn: 'Alexandra Lykeiarchi' },
    },
  };
  plant(documentTemplate, { kind: 'letterhead', settings: JSON.stringify(settings) });
  db.insert(setting, { value: JSON.stringify(documentKeyFromSeed('demonstration')) }, 'documentKey');
}
