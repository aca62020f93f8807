import type { IssuedKind, LetterheadSettings, TemplateSettings } from '#contract/documents.ts';

const nobody = { nameEl: '', nameEn: '', signatureId: null };

/** The letterhead that a school starts with: the lines of a Greek public school; names and crest are the school's to add. */
export const defaultLetterhead: LetterheadSettings = {
  linesEl: ['ΕΛΛΗΝΙΚΗ ΔΗΜΟΚΡΑΤΙΑ', 'ΥΠΟΥΡΓΕΙΟ ΠΑΙΔΕΙΑΣ, ΘΡΗΣΚΕΥΜΑΤΩΝ ΚΑΙ ΑΘΛΗΤΙΣΜΟΥ'],
  linesEn: ['HELLENIC REPUBLIC', 'MINISTRY OF EDUCATION, RELIGIOUS AFFAIRS AND SPORTS'],
  placeEl: '', placeEn: '', contactEl: '', contactEn: '', crestId: null,
  signatories: {
    registrar: { ...nobody, titleEl: 'Για τη Γραμματεία', titleEn: 'The Registrar' },
    principal: { ...nobody, titleEl: 'Ο Διευθυντής / Η Διευθύντρια', titleEn: 'The Principal' },
  },
};

const plain = {
  introEl: '', introEn: '', closingEl: '', closingEn: '',
  footerEl: 'Η γνησιότητα του εγγράφου ελέγχεται από το σχολείο με τον κωδικό QR.', footerEn: 'The school can verify this document by its QR code.',
  showCrest: true, showMean: true, showRank: false, showAbsences: true, showConduct: false,
};

/** What each kind of document says until the school edits it. */
export const defaultTemplates: Record<IssuedKind, TemplateSettings> = {
  reportCard: { ...plain, titleEl: 'Έλεγχος Προόδου', titleEn: 'Report Card', signedBy: ['registrar', 'principal'] },
  transcript: { ...plain, titleEl: 'Αναλυτική Βαθμολογία', titleEn: 'Academic Transcript', signedBy: ['registrar', 'principal'] },
  enrolmentCertificate: {
    ...plain, titleEl: 'Βεβαίωση Φοίτησης', titleEn: 'Certificate of Enrolment', signedBy: ['principal'],
    closingEl: 'Η βεβαίωση χορηγείται ύστερα από αίτηση του ενδιαφερομένου, για κάθε νόμιμη χρήση.',
    closingEn: 'This certificate is issued at the request of the person concerned, for any lawful use.',
  },
  attendanceLetter: {
    ...plain, titleEl: 'Ενημέρωση για τη Φοίτηση', titleEn: 'Notice of Attendance', signedBy: ['principal'],
    closingEl: 'Παρακαλούμε να επικοινωνήσετε με το σχολείο για κάθε διευκρίνιση και για τη δικαιολόγηση των απουσιών.',
    closingEn: 'Please contact the school with any question, and to have absences excused.',
  },
};
