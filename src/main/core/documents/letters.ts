import { drawFacts } from './draw-table.ts';
import { accent, drawHead, drawSignatures, type Frame } from './letterhead.ts';
import { innerWidth, ink, sheet } from './page.ts';
import { write, writeParagraph, type Paper } from './paper.ts';
import type { AbsenceHours, AbsenceLimit } from './rules-absences.ts';
import { writeNumber } from './rules-figures.ts';
import { addressee, certifyEnrolment, greet, tellAttendance, type Stay, type Subject } from './rules-prose.ts';
import type { Recipients } from './rules-recipients.ts';
import { documentWords } from './rules-words.ts';

/** Draws a certificate of enrolment up to its signature. */
export function drawCertificate(paper: Paper, frame: Frame, serial: string, { subject, stay }: { subject: Subject; stay: Stay }): void {
  const y = drawHead(paper, frame, serial, '');
  const end = writeParagraph(paper, certifyEnrolment(frame.language, subject, stay), sheet.left, y + 44, { size: 12, width: innerWidth, leading: 22 });
  drawSignatures(paper, frame, end + 24, false);
}

/** What a letter on attendance is made of. */
export interface AttendanceLetter { subject: Subject; stay: Stay; until: string; absences: AbsenceHours; limit: AbsenceLimit | null; recipients: Recipients }

/** Draws a letter to the guardians on the hours of absence so far and what remains of the limit. */
export function drawAttendanceLetter(paper: Paper, frame: Frame, serial: string, letter: AttendanceLetter): void {
  const { language } = frame;
  const words = documentWords(language);
  const { absences, limit, recipients } = letter;
  const number = (value: number) => writeNumber(value, language);
  let y = drawHead(paper, frame, serial, '') + 4;
  write(paper, `${words.to}:`, sheet.left, y, { size: 9.4, color: ink.faint });
  for (const guardian of recipients.guardians) {
    write(paper, addressee(language, guardian), sheet.left + 52, y, { size: 10.5, face: 'strong', width: innerWidth - 52 });
    y += 15;
  }
  y = writeParagraph(paper, recipients.address ?? `(${words.handed})`, sheet.left + 52, y, { size: 10, width: innerWidth / 2, leading: 14 }) + 22;
  write(paper, greet(language, recipients.guardians), sheet.left, y, { size: 10.5 });
  y = writeParagraph(paper, tellAttendance(language, letter.subject, letter.stay, letter.until), sheet.left, y + 24, { size: 10.5, width: innerWidth, leading: 17 }) + 4;
  const total = absences.excused + absences.unexcused;
  const counted = limit?.counts === 'unexcused' ? absences.unexcused : total;
  const facts: [string, string][] = [[capital(words.excused), `${number(absences.excused)} ${words.hours}`], [capital(words.unexcused), `${number(absences.unexcused)} ${words.hours}`], [words.total, `${number(total)} ${words.hours}`]];
  y = drawFacts(paper, y, facts) + 4;
  if (limit) {
    const rest = limit.hours - counted;
    write(paper, `${limit.counts === 'unexcused' ? words.limitUnexcused : words.limit}: ${number(limit.hours)} ${words.hours}`, sheet.left, y + 14, { size: 10 });
    write(paper, `${rest >= 0 ? words.left : words.over}: ${number(Math.abs(rest))} ${words.hours}`, sheet.left, y + 31, { size: 10.5, face: 'strong', color: rest >= 0 ? accent : '#a61b1b' });
    drawBar(paper, y + 42, Math.min(1, counted / limit.hours));
    y += 64;
  }
  drawSignatures(paper, frame, y + 22, false);
}

/** How much of the limit is used. */
function drawBar(paper: Paper, y: number, share: number): void {
  paper.box(sheet.left, y, innerWidth, 5, ink.shade);
  if (share > 0) paper.box(sheet.left, y, innerWidth * share, 5, share >= 1 ? '#a61b1b' : accent);
}

const capital = (word: string): string => word.charAt(0).toLocaleUpperCase() + word.slice(1);
