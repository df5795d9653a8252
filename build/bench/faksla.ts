import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Mode, Resolution } from '../../app/fax/profile';
import { mustRun } from './command';
import type { Place } from './place';

export interface RenderedPage {
  readonly source: string;
  readonly sourcePage: number;
  readonly t6Bytes: number;
  readonly lineSeconds: number;
}

export interface Rendered {
  readonly pdf: string;
  readonly bytes: number;
  readonly pages: readonly RenderedPage[];
  readonly ms: number;
  readonly processorMs: number | null;
}

/** `faksla render`: the real app, from its start to its end. */
export async function render(
  place: Place,
  files: readonly string[],
  pdf: string,
  { resolution = 'fine', mode = 'auto' }: { resolution?: Resolution; mode?: Mode } = {},
): Promise<Rendered> {
  const home = join(place.cache, 'home');
  mkdirSync(home, { recursive: true });
  const options = ['--out', pdf, '--resolution', resolution, '--mode', mode, '--json'];
  const args = [...place.asRoot, ...place.headless, place.app, 'render', ...files, ...options];
  const { stdout, ms, processorMs } = await mustRun(place.electron, args, {
    env: { FAKSLA_HOME: home },
    isWatched: true,
  });
  const answer = JSON.parse(stdout.toString('utf8')) as Omit<Rendered, 'pdf' | 'ms' | 'processorMs'>;
  return { ...answer, pdf, ms, processorMs };
}
