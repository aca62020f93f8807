import type { IssuedKind, SkipReason } from '#contract/documents.ts';
import type { Reader } from '../store/reader.ts';
import { drawAttendanceLetter, drawCertificate } from './letters.ts';
import type { Frame } from './letterhead.ts';
import type { Paper } from './paper.ts';
import { readAbsences, readLimits } from './repo-absences.ts';
import { readGrades, readLevelMeans, readLevels, readScales, readTerms, readTranscriptLines } from './repo-grades.ts';
import { readLetterGuardians, readStays, readSubjects } from './repo-people.ts';
import { drawReportCard, lastMean } from './report-card.ts';
import { limitFor } from './rules-absences.ts';
import { ranksOf, writeNumber } from './rules-figures.ts';
import type { Stay, Subject } from './rules-prose.ts';
import { recipientsOf } from './rules-recipients.ts';
import { drawTranscript, transcriptTotals } from './transcript.ts';

/** A document ready to be drawn: about whom, and the figures that are signed into its code. */
export interface Composed { subject: Subject; facts: string[]; draw: (paper: Paper, serial: string) => void }
/** A student for whom there is nothing to write, and why. */
export interface Skipped { studentNo: string; reason: SkipReason }
export interface Order { kind: IssuedKind; yearId: string; termId: string | null; year: { label: string; startDate: string; endDate: string }; today: string; showRank: boolean }

type Compose = (db: Reader, ids: readonly string[], order: Order, frame: Frame) => (subject: Subject, stay: Stay | undefined) => Omit<Composed, 'subject'> | SkipReason;

/** Reads, in a few statements however many students there are, what their documents say. */
export function compose(db: Reader, ids: readonly string[], order: Order, frame: Frame): { documents: Composed[]; skipped: Skipped[] } {
  const subjects = readSubjects(db, ids);
  const stays = readStays(db, ids, order.yearId, order.today);
  const make = makers[order.kind](db, ids, order, frame);
  const documents: Composed[] = [];
  const skipped: Skipped[] = [];
  for (const id of ids) {
    const subject = subjects.get(id);
    if (!subject) continue;
    const made = make(subject, stays.get(id));
    if (typeof made === 'string') skipped.push({ studentNo: subject.studentNo, reason: made });
    else documents.push({ subject, ...made });
  }
  return { documents, skipped };
}

const untilOf = ({ today, year }: Order): string => (today < year.endDate ? today : year.endDate);

const reportCards: Compose = (db, ids, order, frame) => {
  const all = readTerms(db, order.yearId);
  const term = all.find(({ id }) => id === order.termId) ?? null;
  const asked = term ? all.slice(0, all.indexOf(term) + 1).filter(({ endDate }) => endDate <= term.endDate) : all;
  const grades = readGrades(db, ids, asked.map(({ id }) => id));
  const used = new Set([...grades.values()].flatMap((rows) => rows.map(({ termId }) => termId)));
  const terms = asked.filter(({ id }) => used.has(id));
  const until = term && term.endDate < untilOf(order) ? term.endDate : untilOf(order);
  const absences = readAbsences(db, ids, order.year.startDate, until);
  const scales = readScales(db);
  const last = terms.at(-1);
  const ranks = new Map<string, Map<string, number>>();
  const ranksAt = (level: string): Map<string, number> => {
    let known = ranks.get(level);
    if (!known) ranks.set(level, (known = last ? ranksOf(readLevelMeans(db, last.id, order.yearId, level)) : new Map<string, number>()));
    return known;
  };
  return (subject, stay) => {
    const own = grades.get(subject.studentId);
    if (!stay) return 'noStay';
    if (!own) return 'noGrades';
    const shown = terms.filter(({ id }) => own.some(({ termId }) => termId === id) || id !== last?.id);
    const atLevel = order.showRank ? ranksAt(stay.level) : null;
    const rank = atLevel?.get(subject.studentId);
    const card = {
      subject, stay, term, terms: shown, grades: own, absences: absences.get(subject.studentId) ?? { excused: 0, unexcused: 0 },
      rank: atLevel && rank !== undefined ? { rank, of: atLevel.size } : null,
    };
    const mean = lastMean(card, frame.language);
    return { facts: mean === null ? [] : [mean], draw: (paper, serial) => drawReportCard(paper, frame, serial, card, scales) };
  };
};

const transcripts: Compose = (db, ids, _order, frame) => {
  const grades = readGrades(db, ids, null);
  const lines = readTranscriptLines(db, ids);
  const levels = readLevels(db, ids);
  const scales = readScales(db);
  return (subject, stay) => {
    const data = { grades: grades.get(subject.studentId) ?? [], lines: lines.get(subject.studentId) ?? [], levels: levels.get(subject.studentId) ?? [] };
    if (data.grades.length + data.lines.length === 0) return 'noGrades';
    const last = data.levels.at(-1);
    const known = stay ?? { level: last?.level ?? '', division: null, yearLabel: last?.yearLabel ?? '', entryDate: '', leftOn: null };
    const transcript = { subject, stay: known, ...data };
    const { mean, credits } = transcriptTotals(transcript, scales);
    return {
      facts: [mean ? writeNumber(mean.value, frame.language) : '', writeNumber(credits, frame.language)],
      draw: (paper, serial) => drawTranscript(paper, frame, serial, transcript, scales),
    };
  };
};

const certificates: Compose = (_db, _ids, _order, frame) => (subject, stay) => (stay
  ? { facts: [[stay.level, stay.division].filter(Boolean).join(' ')], draw: (paper, serial) => drawCertificate(paper, frame, serial, { subject, stay }) }
  : 'noStay');

const attendanceLetters: Compose = (db, ids, order, frame) => {
  const until = untilOf(order);
  const guardians = readLetterGuardians(db, ids, order.today);
  const absences = readAbsences(db, ids, order.year.startDate, until);
  const limits = readLimits(db, until);
  return (subject, stay) => {
    if (!stay) return 'noStay';
    const recipients = recipientsOf(guardians.get(subject.studentId) ?? []);
    if (!recipients) return 'noRecipient';
    const hours = absences.get(subject.studentId) ?? { excused: 0, unexcused: 0 };
    const letter = { subject, stay, until, absences: hours, limit: limitFor(limits, stay.level), recipients };
    return { facts: [writeNumber(hours.excused + hours.unexcused, frame.language)], draw: (paper, serial) => drawAttendanceLetter(paper, frame, serial, letter) };
  };
};

const makers: Record<IssuedKind, Compose> = {
  reportCard: reportCards, transcript: transcripts, enrolmentCertificate: certificates, attendanceLetter: attendanceLetters,
};
