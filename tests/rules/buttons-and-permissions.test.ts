import { describe, expect, it, test } from 'vitest';
import { findProcedure, type ProcedureName } from '../../src/contract/index.ts';
import { withNeeds } from '../../src/contract/permission-needs.ts';
import { permissions, type Permission } from '../../src/contract/permissions.ts';
import { screens } from '../../src/renderer/app/screens.ts';
import { readRendererGraph } from './renderer-graph.ts';

/** Screens without an entry of their own in the menu: every link and command that leads to them asks for this. */
const reachedBy: Record<string, Permission> = { '/students/new': 'students:create', '/duplicates': 'students:merge', '/roles/new': 'roles:create' };

/** Calls that a permission of their screen does not cover, each with the reason why the screen may make them all the same. */
const excused: Partial<Record<ProcedureName, string>> = {
  'attendance.take': 'the sheet says itself whether the caller may write in it, and as whom',
  'preview.start': 'it stands beside the end of a preview, which is for everybody; the buttons that begin one are on the screen of roles',
  'keys.confirmRecovery': 'the first run ends with it, signed in as the administrator whom it has just made',
};

/** Files that lead only where the user may go, by other means than asking. */
const leadsSafely: Record<string, string> = {
  'renderer/app/palette/palette.tsx': 'it shows what its two sources give: commands with a permission each, and students for those who see students',
  'renderer/app/palette/use-commands.ts': 'each command names its permission as an argument',
  'renderer/features/home/tasks-panel.tsx': 'the program names only what the caller can finish',
};

const { files, usersOf, addressOf } = readRendererGraph();
const known = new Set<string>(permissions);
const called = /\b(\w+)(?:<[^>()]*>)?\(\s*'([a-zA-Z]+\.[a-zA-Z]+)'/g;
const asked = /(?:\bmay(?:ForSchool)?|\buseMay(?:ForSchool)?\(\))\('([a-zA-Z]+:[a-z]+)'\)|\bpermission: '([a-zA-Z]+:[a-z]+)'/g;

/** What a file asks about before it shows something. */
const mentioned = new Map([...files].map(([path, text]) => [path, new Set([...text.matchAll(asked)].flatMap(([, by, entry]) => (by ?? entry ?? [])) as Permission[])]));

/** What is held by whoever sees the screen of an address. */
function permissionsAt(address: string): Permission[] {
  const entry = screens.find(({ to }) => (to === '/' ? address === '/' : address.startsWith(to)));
  return [entry?.permission, reachedBy[address]].filter((each) => each != null);
}

/** Whether a file or those above it, up to a screen's address, have asked about one of these permissions: on every way down to it, or on some way. */
function isAsked(path: string, wanted: readonly Permission[], ways: 'every' | 'some', implied: boolean, above: readonly string[] = []): boolean {
  const includes = (held: Iterable<Permission>) => (implied ? withNeeds([...held]) : [...held]).some((each) => wanted.includes(each));
  if (includes(mentioned.get(path) ?? [])) return true;
  const addresses = addressOf.get(path);
  if (addresses) return addresses.every((address) => includes(permissionsAt(address)));
  const users = usersOf(path).filter((user) => user !== path && !above.includes(user));
  return users.length > 0 && users[ways]((user) => isAsked(user, wanted, ways, implied, [...above, path]));
}

interface Call { path: string; name: ProcedureName; permissions: Permission[]; isQuery: boolean }
/** Every call of the screens that asks for a permission; a save asks for one when it makes and for another when it changes. */
const calls = [...files].flatMap(([path, text]) => [...text.matchAll(called)].flatMap(([, by, literal = '']): Call[] => {
  const procedure = by === 't' ? undefined : findProcedure(literal);
  if (!procedure || procedure.permission === 'public' || procedure.permission === 'signedIn') return [];
  const { name, permission, kind } = procedure;
  return [{ path, name, permissions: [permission, ...(procedure.kind === 'command' && procedure.creates ? [procedure.creates] : [])], isQuery: kind === 'query' }];
}));

/** What of a call's permissions nobody has asked about. A query may rely on what other permissions need; a button names its own. */
function missingOf({ path, permissions: wanted, isQuery }: Call): readonly Permission[] {
  return isAsked(path, wanted, 'every', isQuery) ? wanted.filter((permission) => !isAsked(path, [permission], 'some', isQuery)) : wanted;
}

describe('screens offer what the program allows', () => {
  test('there are calls to check, and screens with addresses', () => {
    expect(calls.length).toBeGreaterThan(250);
    expect(addressOf.size).toBeGreaterThan(15);
  });

  it('every call is made only where somebody asked for the permission of its procedure', () => {
    const unasked = calls.filter(({ name }) => !(name in excused)).flatMap((call) => missingOf(call).map((permission) => `${call.path}: ${call.name} asks for ${permission}`));
    expect(unasked).toEqual([]);
  });

  it('nothing is asked about that does not exist', () => {
    expect([...mentioned].flatMap(([path, asks]) => [...asks].filter((each) => !known.has(each)).map((each) => `${path}: ${each}`))).toEqual([]);
  });

  it('excuses are needed and known', () => {
    expect(Object.keys(excused).filter((name) => calls.filter((call) => call.name === name).every((call) => missingOf(call).length === 0))).toEqual([]);
  });
});

describe('links', () => {
  it('lead to screens that whoever sees them may open', () => {
    const links = [...files].filter(([path]) => !(path in leadsSafely) && !/^renderer\/app\/(router|screens)\.tsx?$/.test(path))
      .flatMap(([path, text]) => [...text.matchAll(/\bto(?:=|: )["'](\/[^"']*)["']/g)].map(([, address = '']) => ({ path, address })));
    expect(links.length).toBeGreaterThan(40);
    const closed = links.flatMap(({ path, address }) => permissionsAt(address).filter((needed) => !isAsked(path, [needed], 'every', true)).map((needed) => `${path}: ${address} asks for ${needed}`));
    expect(closed).toEqual([]);
  });
});
