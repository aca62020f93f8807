import { addDays, weekdayOf } from './rules-calendar.ts';

/** A day without lessons, as it is called in both languages. */
export interface Holiday { date: string; labelEl: string; labelEn: string }

/**
 * Easter Sunday of the Orthodox church, 1900 to 2099. Source: Jean Meeus, Astronomical Algorithms, chapter 8 (Julian Easter);
 * the Gregorian date is 13 days later in these centuries.
 */
export function orthodoxEaster(year: number): string {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const month = Math.floor((d + e + 114) / 31);
  const day = ((d + e + 114) % 31) + 1;
  return addDays(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`, 13);
}

const fixed = [
  ['10-28', 'Εθνική εορτή της 28ης Οκτωβρίου', 'Ochi Day'],
  ['11-17', 'Επέτειος του Πολυτεχνείου', 'Polytechnic Uprising Day'],
  ['01-30', 'Των Τριών Ιεραρχών', 'Three Hierarchs'],
  ['03-25', 'Εθνική εορτή της 25ης Μαρτίου', 'Independence Day'],
  ['05-01', 'Πρωτομαγιά', 'Labour Day'],
] as const;
/** Days of Easter, counted from Easter Sunday. */
const moving = [[-48, 'Καθαρά Δευτέρα', 'Clean Monday'], [50, 'Αγίου Πνεύματος', 'Whit Monday']] as const;
const christmas = ['Διακοπές Χριστουγέννων', 'Christmas holidays'] as const;
const easter = ['Διακοπές του Πάσχα', 'Easter holidays'] as const;

/**
 * The days off of Greek secondary schools within some dates, weekends left out: national days, Three Hierarchs, 17 November, 1 May,
 * Clean Monday, Whit Monday, 24 December to 7 January, and the weeks before and after Easter. Proposed, not imposed: the ministry's
 * circular of the year decides (1 May moves when it falls into the Easter weeks), and the school adds its patron saint.
 */
export function greekHolidays(from: string, to: string): Holiday[] {
  const found = new Map<string, Holiday>();
  const add = (date: string, labelEl: string, labelEn: string) => {
    if (date >= from && date <= to && weekdayOf(date) <= 5 && !found.has(date)) found.set(date, { date, labelEl, labelEn });
  };
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const [day, labelEl, labelEn] of fixed) add(`${year}-${day}`, labelEl, labelEn);
    for (let day = 24; day <= 31; day += 1) add(`${year}-12-${day}`, ...christmas);
    for (let day = 1; day <= 7; day += 1) add(`${year}-01-0${day}`, ...christmas);
    const sunday = orthodoxEaster(year);
    for (const [offset, labelEl, labelEn] of moving) add(addDays(sunday, offset), labelEl, labelEn);
    for (let offset = -6; offset <= 5; offset += 1) add(addDays(sunday, offset), ...easter);
  }
  return [...found.values()].toSorted((a, b) => a.date.localeCompare(b.date));
}
