import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { benchCall } from './call';
import { benchOcr } from './ocr';
import { benchGreys } from './greys';
import { benchList } from './list';
import { benchKills } from './kills';
import { benchMemory } from './memory';
import { benchOffice, benchPhotos, benchScannedPdf, benchScans } from './speed';
import { benchStutter } from './stutter';
import { machineFacts } from './machine';
import { benchOpen } from './open';
import { benchOutbox } from './outbox';
import { benchRecords } from './records';
import { benchViewer } from './viewer';
import { installPeers } from './peers';
import type { Bench, Place } from './place';
import { benchRecordsStartup, benchSearch, benchSync } from './history';
import { benchServers } from './servers';
import { benchT6 } from './t6';
import { tableOf } from './table';

/** In the order they run. */
const benches: Readonly<Record<string, Bench>> = {
  t6: benchT6,
  servers: benchServers,
  call: benchCall,
  ocr: benchOcr,
  greys: benchGreys,
  photos: benchPhotos,
  scans: benchScans,
  office: benchOffice,
  'scanned-pdf': benchScannedPdf,
  memory: benchMemory,
  stutter: benchStutter,
  list: benchList,
  open: benchOpen,
  viewer: benchViewer,
  records: benchRecords,
  outbox: benchOutbox,
  kills: benchKills,
  sync: benchSync,
  search: benchSearch,
  'records-startup': benchRecordsStartup,
};

/** These are measured against no other program. */
const alone: ReadonlySet<string> = new Set(['open', 'sync', 'search', 'records-startup']);

/** Runs the named benches, or all. Answers the exit code: 1 where a bench could not be run. */
async function runBenches(place: Place, names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in benches));
  if (unknown.length > 0) {
    console.error(`No such bench: ${unknown.join(', ')}. There are: startup, ${Object.keys(benches).join(', ')}`);
    return 2;
  }
  if (!names.every((name) => alone.has(name)) || names.length === 0) await installPeers(place);
  let code = 0;
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    if (!(await runBench(name, place))) code = 1;
  }
  return code;
}

async function runBench(name: string, place: Place): Promise<boolean> {
  const work = mkdtempSync(join(place.cache, 'work-'));
  const startedAt = performance.now();
  console.log(`\n── ${name} (${machineFacts()})`);
  try {
    const figures = await (benches[name] as Bench)(place, work);
    console.log(tableOf(figures));
    console.log(`   ${((performance.now() - startedAt) / 1000).toFixed(0)} s`);
    return true;
  } catch (error) {
    console.log(error instanceof Error ? (error.stack ?? error.message) : error);
    return false;
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

const [place = '', ...names] = process.argv.slice(2);
process.exitCode = await runBenches(JSON.parse(place) as Place, names);
