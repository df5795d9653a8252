import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Integration, IntegrationId } from '../../app/integration';
import { fail, ok, type Result } from '../../app/result';
import type { Place } from './place';

/** The places of this system that can offer "Send as fax", as the settings show them. */
export interface Places {
  list(): Integration[];
  /** Puts one there or takes it away; answers what is there then. */
  change(id: IntegrationId, install: boolean): Promise<Result<Integration[]>>;
}

/** `onChanged` lets the desktop read its menus again. */
export function createPlaces(places: () => readonly Place[], onChanged: () => Promise<void>): Places {
  const list = (): Integration[] => places().map(({ id, root }) => ({ id, isInstalled: existsSync(root) }));
  return {
    list,
    async change(id, install) {
      const place = places().find((each) => each.id === id);
      if (place === undefined) return ok(list());
      try {
        await (install ? put(place) : takeAway(place));
      } catch {
        return fail({ kind: 'fileNotWritable', name: basename(place.root) });
      }
      await onChanged();
      return ok(list());
    },
  };
}

async function put({ files }: Place): Promise<void> {
  for (const { path, content, isExecutable = false } of files) {
    await mkdir(dirname(path), { recursive: true });
    if (typeof content === 'string') await writeFile(path, content);
    else await copyFile(content.copyOf, path);
    await chmod(path, isExecutable ? 0o755 : 0o644);
  }
}

async function takeAway({ root, files }: Place): Promise<void> {
  for (const { path } of files) await rm(path, { force: true });
  await rm(root, { recursive: true, force: true });
}
