import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Integration, IntegrationId } from '../../app/integration';
import { fail, ok, type Result } from '../../app/result';
import { type Place, signedProgram } from './place';

/** The places of this system that can offer "Send as fax", as the settings show them. */
export interface Places {
  list(): Integration[];
  /** Puts one there or takes it away; answers what is there then. */
  change(id: IntegrationId, install: boolean): Promise<Result<Integration[]>>;
  /**
   * Puts those that are there right, where the language has changed, or the program they start is gone: an AppImage that
   * was moved, or got a new version's name. Never waits, so that it can be the last thing a process does.
   */
  renew(): void;
}

export interface PlacesParts {
  readonly now: () => readonly Place[];
  /** The same as they were in other languages: some are called by the verb. */
  readonly formerly: () => readonly Place[];
  /** Lets the desktop read its menus again. */
  readonly onChanged: () => Promise<void>;
  readonly onError: (error: unknown) => void;
}

export function createPlaces({ now, formerly, onChanged, onError }: PlacesParts): Places {
  const formsOf = (place: Place): Place[] => [
    place,
    ...formerly().filter(({ id, root }) => id === place.id && root !== place.root),
  ];
  const list = (): Integration[] => now().map((place) => ({ id: place.id, isInstalled: formsOf(place).some(isOurs) }));
  const takeAway = (place: Place): void => formsOf(place).filter(isOurs).forEach(remove);
  return {
    list,
    async change(id, install) {
      const place = now().find((each) => each.id === id);
      if (place === undefined) return ok(list());
      try {
        takeAway(place);
        if (install) put(place);
      } catch {
        return fail({ kind: 'fileNotWritable', name: basename(place.root) });
      }
      await onChanged();
      return ok(list());
    },
    renew() {
      const stale = now().filter((place) => formsOf(place).some((form) => isStale(form, place)));
      try {
        for (const place of stale) {
          takeAway(place);
          put(place);
        }
      } catch (error) {
        onError(error);
      }
      if (stale.length > 0) void onChanged();
    },
  };
}

function put({ files }: Place): void {
  for (const { path, content, isExecutable = false } of files) {
    mkdirSync(dirname(path), { recursive: true });
    if (typeof content === 'string') writeFileSync(path, content);
    else copyFileSync(content.copyOf, path);
    chmodSync(path, isExecutable ? 0o755 : 0o644);
  }
}

function remove({ root, files }: Place): void {
  for (const { path } of files) rmSync(path, { force: true });
  rmSync(root, { recursive: true, force: true });
}

/** Another program may have a script of the same name; each of ours names us. */
const isOurs = (place: Place): boolean => /faksla/i.test(firstTextOf(place));

const firstTextOf = ({ files: [first] }: Place): string => (first === undefined ? '' : textIn(first.path));

/** Whether what lies there as `form` should be `place` by now. One that starts another copy of the program is left alone. */
function isStale(form: Place, place: Place): boolean {
  if (!isOurs(form)) return false;
  const [text, wanted] = [firstTextOf(form), place.files[0]?.content];
  if (form.root === place.root && text === wanted) return false;
  const program = signedProgram(text);
  return program === null || !existsSync(program) || (typeof wanted === 'string' && signedProgram(wanted) === program);
}

/** Empty where there is none. */
function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
