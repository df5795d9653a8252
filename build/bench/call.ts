import { join } from 'node:path';
import { callSeconds, lineSeconds } from '../../app/fax/line-time';
import type { Resolution } from '../../app/fax/profile';
import { likeness, pagesInPdf, pagesInTiff } from './bits';
import { mustRun } from './command';
import { render, type Rendered } from './faksla';
import { compiledProgram, libtiffG4 } from './peers';
import type { Bench, Figure } from './place';
import { samplesFor } from './samples';
import { serverLines } from './server-lines';
import { rasterise } from './servers';

interface Call {
  readonly bitRate: number;
  /** Seconds of the call's clock. */
  readonly trained: number;
  readonly confirmed: readonly number[];
  readonly ended: number;
}

const TOLERANCE = 0.1;

const error = (estimate: number, measured: number): number => estimate / measured - 1;

const signed = (share: number): string => `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)} %`;

/** Estimated against measured: the pages one by one and together, and the call. */
function lineTimes(what: string, { pages }: Rendered, call: Call): Figure[] {
  const measured = call.confirmed.map((at, index) => at - (call.confirmed[index - 1] ?? call.trained));
  const estimated = pages.map(({ t6Bytes }) => lineSeconds(t6Bytes));
  const errors = measured.map((seconds, index) => error(estimated[index] ?? 0, seconds));
  const worst = errors.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const together = error(sum(estimated), sum(measured));
  const range = callSeconds(pages.map(({ t6Bytes }) => t6Bytes));
  const isWithin = (share: number): boolean => Math.abs(share) <= TOLERANCE;
  return [
    {
      what: `${what}: line time of a page, worst error`,
      ours: signed(worst),
      reach: '± 10 %',
      isReached: isWithin(worst),
    },
    {
      what: `${what}: line time of ${pages.length} pages`,
      ours: `${sum(estimated).toFixed(1)} s`,
      peer: `${sum(measured).toFixed(1)} s`,
      ratio: signed(together),
      reach: '± 10 %',
      isReached: isWithin(together),
    },
    {
      what: `${what}: the call, without dialling`,
      ours: `${range.least.toFixed(0)}–${range.most.toFixed(0)} s`,
      peer: `${call.ended.toFixed(1)} s`,
      ratio: `${signed(error(range.least, call.ended))} to ${signed(error(range.most, call.ended))}`,
    },
  ];
}

/** The pages of our PDF, rasterised as FreeSWITCH does, over a simulated telephone line. */
export const benchCall: Bench = async (place, work) => {
  const [libtiff, faxCall] = [
    await libtiffG4(place),
    await compiledProgram(place, 'fax-call', ['spandsp', 'tiff', 'm']),
  ];
  const [freeSwitch] = serverLines;
  if (freeSwitch === undefined) return [];
  const samples = await samplesFor(place);
  const files = [
    ...samples.scans.slice(0, 2),
    ...samples.photos.slice(0, 2),
    ...samples.readables.slice(0, 1).map(({ photo }) => photo),
  ];
  const figures: Figure[] = [];
  for (const resolution of ['fine', 'standard'] as readonly Resolution[]) {
    const rendered = await render(place, files, join(work, `${resolution}.pdf`), { resolution });
    const [sentTiff, receivedTiff] = [join(work, 'sent.tif'), join(work, 'received.tif')];
    await rasterise(freeSwitch, resolution, rendered.pdf, sentTiff);
    const { stdout } = await mustRun(faxCall, [sentTiff, receivedTiff]);
    const call = JSON.parse(stdout.toString()) as Call;
    const [sent, received] = [await pagesInPdf(rendered.pdf), await pagesInTiff(libtiff, receivedTiff)];
    const exact = sent.filter(
      (page, index) => received[index] !== undefined && likeness(page, received[index]) === 1,
    ).length;
    figures.push(
      {
        what: `${resolution}: pages received with the preview’s bits`,
        ours: `${exact} of ${sent.length}`,
        reach: 'all',
        isReached: exact === sent.length,
      },
      ...lineTimes(resolution, rendered, call),
    );
  }
  return figures;
};
