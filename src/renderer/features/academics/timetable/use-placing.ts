import { useState } from 'react';
import type { Clash } from '#contract/sections.ts';
import type { Input, Output } from '#contract/index.ts';
import { useCommand } from '../../../client/index.ts';

export type Lesson = Output<'timetable.week'>['lessons'][number];
type Draft = Pick<Input<'meetings.save'>, 'id' | 'rev' | 'meeting'>;

/** What is being placed: a new lesson of a section (`left` of them to go), or one that moves. */
export interface Placing { sectionId: string; name: string; left: number; lesson: Lesson | null }
export interface Slot { weekday: number; period: number; startTime: string; endTime: string }

/** Placing and moving of lessons: a clash is shown and asked about before anything is written. */
export function usePlacing() {
  const [placing, setPlacing] = useState<Placing | null>(null);
  const [asked, setAsked] = useState<{ draft: Draft; conflicts: Clash[] } | null>(null);
  const command = useCommand('meetings.save');
  const send = (draft: Draft, acceptClashes = false) => command.mutate({ ...draft, acceptClashes }, {
    onSuccess: (answer) => {
      if (answer.state === 'clashes') return setAsked({ draft, conflicts: answer.conflicts });
      setAsked(null);
      setPlacing((now) => (now !== null && now.lesson === null && now.left > 1 ? { ...now, left: now.left - 1 } : null));
    },
  });
  /** Puts what is being placed into an hour. */
  const place = (slot: Slot) => {
    if (!placing || command.isPending) return;
    const { lesson, sectionId } = placing;
    send({ id: lesson?.id ?? null, rev: lesson?.rev ?? null, meeting: { ...slot, sectionId, room: lesson?.ownRoom ?? null } });
  };
  const setRoom = (lesson: Lesson, room: string | null) => {
    const { id, rev, sectionId, weekday, period, startTime, endTime } = lesson;
    send({ id, rev, meeting: { sectionId, weekday, period, startTime, endTime, room } });
  };
  return { placing, begin: setPlacing, stop: () => setPlacing(null), place, setRoom, asked, accept: () => asked && send(asked.draft, true), decline: () => setAsked(null), busy: command.isPending };
}
export type PlacingState = ReturnType<typeof usePlacing>;
