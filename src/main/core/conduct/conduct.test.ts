import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '#contract/index.ts';
import { readContent } from '../../../../tests/fixtures/content.ts';
import { openPlantedSchool, type PlantedSchool } from '../../../../tests/security/school.ts';
import type { Caller } from '../../../../tests/fixtures/core.ts';

let school: PlantedSchool;
let office: Caller, teacher: Caller, registrar: Caller, counsellor: Caller;
beforeAll(async () => {
  school = await openPlantedSchool((field) => `Εκτός ${field}`);
  office = school.admin;
  teacher = school.member('teacher').open();
  registrar = school.member('registrar').open();
  counsellor = school.member('counsellor').open();
});
afterAll(() => school.close());

const date = '2026-10-07';
const incident = (more: Partial<Input<'incidents.save'>['incident']> = {}): Input<'incidents.save'>['incident'] => ({
  date, kind: 'behaviour', severity: 2, description: 'Λογομαχία στο διάλειμμα', status: 'open', students: [{ studentId: school.inside.studentId, role: 'responsible' }], ...more,
});
const both = () => [{ studentId: school.inside.studentId, role: 'responsible' as const }, { studentId: school.outside.studentId, role: 'affected' as const }];

describe('daily performance', () => {
  const save = (rev: number | null, score: number | null, caller = teacher) => caller.call('performance.save', {
    sectionId: school.teaching.ownSection, date, cells: [{ studentId: school.inside.studentId, categoryId: school.inside.conduct.categoryId, rev, score }],
  });
  const cells = async () => (await teacher.call('performance.grid', { sectionId: school.teaching.ownSection, date })).students[0]?.cells;

  it('is written cell by cell, emptied, and taken back', async () => {
    await save(null, 4);
    expect(await cells()).toMatchObject([{ score: 4, rev: 1 }]);
    await save(1, 5);
    await save(2, null);
    expect(await cells()).toEqual([]);
    await teacher.call('history.undoOwn', {});
    expect(await cells()).toMatchObject([{ score: 5 }]);
  });
  it('refuses a score off its scale, and one that a colleague changed meanwhile', async () => {
    const [cell] = (await cells()) ?? [];
    await expect(save(cell!.rev, 6)).rejects.toMatchObject({ failure: { fields: [{ path: 'cells.0.score', messageKey: 'scoreRange', params: { min: 1, max: 5 } }] } });
    await expect(save(null, 3)).rejects.toMatchObject({ failure: { code: 'conflict' } });
  });
  it('of a student of another section is not there', async () => {
    await expect(teacher.call('performance.grid', { sectionId: school.teaching.otherSection, date })).rejects.toMatchObject({ failure: { code: 'notFound' } });
    await expect(teacher.call('performance.save', {
      sectionId: school.teaching.ownSection, date, cells: [{ studentId: school.outside.studentId, categoryId: school.inside.conduct.categoryId, score: 3 }],
    })).rejects.toMatchObject({ failure: { code: 'notFound' } });
  });
  it('goes with its category, after the question has said how much, and comes back with it', async () => {
    const { categories } = await office.call('performance.categories', {});
    const { id, rev } = categories.find((category) => category.id === school.inside.conduct.categoryId)!;
    const { dependents } = await office.call('performance.dependents', { id });
    expect(dependents).toEqual([{ entity: 'daily_performance', count: 2 }]);
    const before = readContent(school.environment.reader);
    await office.call('performance.removeCategory', { id, rev });
    expect(await cells()).toEqual([]);
    await office.call('history.undoOwn', {});
    expect(readContent(school.environment.reader)).toEqual(before);
  });
});

describe('highlights', () => {
  it('are added for several students at once, listed newest first, changed, and taken away', async () => {
    const { ids } = await office.call('highlights.add', { studentIds: [school.inside.studentId, school.outside.studentId], highlight: { date: '2026-11-01', kind: 'award', text: 'Πρώτο βραβείο' } });
    expect((await office.call('highlights.list', { kind: 'award' })).rows.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
    await office.call('highlights.update', { id: ids[0]!, rev: 1, highlight: { date: '2026-11-01', kind: 'award', text: 'Δεύτερο βραβείο' } });
    await office.call('highlights.remove', { id: ids[0]!, rev: 2 });
    expect((await office.call('highlights.list', { kind: 'award' })).total).toBe(1);
  });
  it('are seen of own students only', async () => {
    const { rows } = await teacher.call('highlights.list', {});
    expect(new Set(rows.map(({ student }) => student.studentId))).toEqual(new Set([school.inside.studentId]));
    await expect(teacher.call('highlights.add', { studentIds: [school.inside.studentId, school.outside.studentId], highlight: { date, kind: 'effort', text: 'x' } }))
      .rejects.toMatchObject({ failure: { code: 'notFound' } });
  });
});

describe('incidents', () => {
  it('show a teacher their own students by name, and of the others only that there are some', async () => {
    const { id } = await office.call('incidents.save', { incident: incident({ students: both() }) });
    const { incident: seen } = await teacher.call('incidents.get', { id });
    expect(seen).toMatchObject({ students: [{ studentId: school.inside.studentId, role: 'responsible' }], others: 1 });
    expect(JSON.stringify(seen)).not.toContain('Εκτός');
    const { id: other } = await office.call('incidents.save', { incident: incident({ students: [both()[1]!] }) });
    await expect(teacher.call('incidents.get', { id: other })).rejects.toMatchObject({ failure: { code: 'notFound' } });
    expect((await teacher.call('incidents.list', { status: 'all', limit: 500 })).rows.map((row) => row.id)).not.toContain(other);
  });
  it('keep whom a teacher cannot see, when the teacher changes one', async () => {
    const { id, rev } = await office.call('incidents.save', { incident: incident({ students: both() }) });
    await teacher.call('incidents.save', { id, rev, incident: incident({ students: [{ studentId: school.inside.studentId, role: 'witness' }] }) });
    const { incident: seen } = await office.call('incidents.get', { id });
    expect(seen.students.map(({ studentId, role }) => [studentId, role]).toSorted()).toEqual([[school.inside.studentId, 'witness'], [school.outside.studentId, 'affected']].toSorted());
    await expect(teacher.call('incidents.remove', { id, rev: rev })).rejects.toMatchObject({ failure: { messageKey: 'incidentHasOthers' } });
  });
  it('of safeguarding are not there for who lacks the field class: not listed, not counted, not in the history', async () => {
    const { id } = await teacher.call('incidents.save', { incident: incident({ isSafeguarding: true, description: 'Απόρρητο συμβάν' }) });
    await teacher.call('incidents.list', {});
    for (const caller of [teacher, registrar]) {
      await expect(caller.call('incidents.get', { id })).rejects.toMatchObject({ failure: { code: 'notFound' } });
      expect(JSON.stringify(await caller.call('incidents.list', { status: 'all', limit: 500 }))).not.toContain('Απόρρητο');
      expect(JSON.stringify(await caller.call('conduct.timeline', { studentId: school.inside.studentId }))).not.toContain('Απόρρητο');
    }
    expect((await counsellor.call('incidents.get', { id })).incident).toMatchObject({ isSafeguarding: true, description: 'Απόρρητο συμβάν' });
    await counsellor.call('incidents.saveFollowUp', { incidentId: id, date, text: 'Απόρρητη συνέχεια' });
    const sets = (await registrar.call('history.list', { limit: 10 })).rows;
    const seen = await Promise.all(sets.map((set) => registrar.call('history.get', { id: set.id })));
    expect(JSON.stringify(seen)).not.toMatch(/Απόρρητ/);
    const shown = await Promise.all(sets.map((set) => counsellor.call('history.get', { id: set.id })));
    expect(JSON.stringify(shown)).toMatch(/Απόρρητο συμβάν/);
  });
  it('tell how long they have been open, and which are overdue', async () => {
    await office.call('conduct.saveSettings', { settings: { overdueDays: 10 } });
    const { id } = await office.call('incidents.save', { incident: incident({ date: '2020-01-01' }) });
    const { rows } = await office.call('incidents.list', { status: 'overdue', limit: 500 });
    expect(rows.find((row) => row.id === id)!.days).toBeGreaterThan(2000);
    const { tasks } = await office.call('home.overview', {});
    expect(tasks.find(({ kind }) => kind === 'incidentsOverdue')?.count).toBe(rows.length);
    await office.call('incidents.save', { id, rev: 1, incident: incident({ date: '2020-01-01', status: 'closed' }) });
    expect((await office.call('incidents.list', { status: 'overdue', limit: 500 })).total).toBe(rows.length - 1);
  });
  it('go with their log and those involved, and leave the intervention that began with them', async () => {
    const { id } = await office.call('incidents.save', { incident: incident({ students: both() }) });
    await office.call('incidents.saveFollowUp', { incidentId: id, date, text: 'Ενημερώθηκε ο γονέας' });
    const { id: plan } = await office.call('interventions.save', { intervention: { studentId: school.inside.studentId, incidentId: id, kind: 'meeting', goal: 'x', startDate: date } });
    expect((await office.call('incidents.dependents', { id })).dependents).toEqual([{ entity: 'incident_student', count: 2 }, { entity: 'follow_up', count: 1 }]);
    const before = readContent(school.environment.reader);
    await office.call('incidents.remove', { id, rev: 1 });
    expect((await office.call('interventions.get', { id: plan })).intervention.incidentId).toBeNull();
    await office.call('history.undoOwn', {});
    expect(readContent(school.environment.reader)).toEqual(before);
  });
});

describe('interventions', () => {
  it('come with the one whose review is due first; the ended ones last', async () => {
    const studentId = school.inside.studentId;
    const add = (goal: string, reviewDate: string | null, endDate: string | null = null) =>
      office.call('interventions.save', { intervention: { studentId, kind: 'plan', goal, startDate: '2020-01-01', reviewDate, endDate } });
    await add('ended', '2020-02-01', '2020-03-01');
    await add('far', '2099-01-01');
    await add('due', '2020-02-02');
    const { rows } = await office.call('interventions.list', { state: 'all', kind: 'plan' });
    expect(rows.map(({ goal, isDue }) => [goal, isDue])).toEqual([['due', true], ['far', false], ['ended', false]]);
    expect((await office.call('interventions.list', { state: 'due' })).rows.map(({ goal }) => goal)).toEqual(['due']);
    expect((await office.call('home.overview', {})).tasks).toContainEqual({ kind: 'reviewsDue', count: 1, recordId: null });
  });
  it('need their own permission, in the timeline and in the history too', async () => {
    const kinds = (answer: Awaited<ReturnType<typeof timeline>>) => answer.entries.some(({ intervention }) => intervention !== null);
    const timeline = (caller: Caller) => caller.call('conduct.timeline', { studentId: school.inside.studentId });
    expect(kinds(await timeline(office))).toBe(true);
    expect(kinds(await timeline(teacher))).toBe(false);
    expect(kinds(await timeline(registrar))).toBe(false);
    const sets = (await registrar.call('history.list', { procedure: 'interventions.save' })).rows;
    expect(sets.length).toBeGreaterThan(0);
    for (const set of sets) expect((await registrar.call('history.get', { id: set.id })).changes).toEqual([]);
  });
  it('cannot end before they begin', async () => {
    await expect(office.call('interventions.save', { intervention: { studentId: school.inside.studentId, kind: 'plan', goal: 'x', startDate: date, endDate: '2026-10-01' } }))
      .rejects.toMatchObject({ failure: { fields: [{ path: 'intervention.endDate', messageKey: 'endBeforeStart' }] } });
  });
});

describe('the timeline of a student', () => {
  it('has all four kinds, newest first', async () => {
    const { total, entries } = await office.call('conduct.timeline', { studentId: school.inside.studentId, limit: 500 });
    expect(entries).toHaveLength(total);
    for (const kind of ['performance', 'highlight', 'incident', 'intervention'] as const) expect(entries.some((entry) => entry[kind] !== null)).toBe(true);
    const dates = entries.map((entry) => entry.date);
    expect(dates).toEqual(dates.toSorted().toReversed());
    const short = await office.call('conduct.timeline', { studentId: school.inside.studentId, limit: 3 });
    expect(short.entries).toEqual(entries.slice(0, 3));
  });
});
