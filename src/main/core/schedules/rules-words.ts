import type { Language } from '#contract/fields.ts';

interface Letter { subject: string; text: string }

const delivered: Record<Language, (school: string, name: string, rows: number, encrypted: boolean) => Letter> = {
  el: (school, name, rows, encrypted) => ({
    subject: `${school}: ${name}`,
    text: `Επισυνάπτεται το αρχείο «${name}» (${rows === 1 ? '1 γραμμή' : `${rows} γραμμές`}).${encrypted ? '\n\nΤο αρχείο ανοίγει με τον κωδικό που έχετε συμφωνήσει με το σχολείο, με 7-Zip ή WinZip. Ο κωδικός δεν στέλνεται με e-mail.' : ''}\n\nΤο μήνυμα στάλθηκε αυτόματα από το Rollbook.`,
  }),
  en: (school, name, rows, encrypted) => ({
    subject: `${school}: ${name}`,
    text: `The file “${name}” is attached (${rows === 1 ? '1 row' : `${rows} rows`}).${encrypted ? '\n\nIt opens with the password that you have agreed with the school, in 7-Zip or WinZip. The password is never sent by e-mail.' : ''}\n\nSent by Rollbook by itself.`,
  }),
};

const failed: Record<Language, (school: string, schedule: string) => Letter> = {
  el: (school, schedule) => ({
    subject: `${school}: η εξαγωγή «${schedule}» απέτυχε`,
    text: `Η προγραμματισμένη εξαγωγή «${schedule}» δεν ολοκληρώθηκε. Ανοίξτε στο Rollbook τις «Προγραμματισμένες εξαγωγές» για να δείτε τον λόγο και να την επαναλάβετε.`,
  }),
  en: (school, schedule) => ({
    subject: `${school}: the export “${schedule}” failed`,
    text: `The scheduled export “${schedule}” did not finish. Open “Scheduled exports” in Rollbook to see why, and to run it again.`,
  }),
};

const tried: Record<Language, (school: string) => Letter> = {
  el: (school) => ({ subject: `${school}: δοκιμαστικό μήνυμα`, text: 'Το Rollbook στέλνει e-mail με αυτές τις ρυθμίσεις.' }),
  en: (school) => ({ subject: `${school}: test message`, text: 'Rollbook sends e-mail with these settings.' }),
};

/** The letters that the program writes by itself. They name the school, the schedule and the file, and no person. */
export const letters = { delivered, failed, tried };
