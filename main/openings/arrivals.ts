import type { Arrival, OpenedFile } from '../../app/contract';
import type { Failure } from '../../app/failure';
import { type LinkScreen, readLink } from '../../app/links/link';
import type { OpenedFiles } from '../os/opened-files';
import type { Collected } from './collector';

export interface Arrivals {
  /** Reads the links and looks at the files, and hands over what the window needs, in the order of arrival. */
  read(collected: Collected, toWindow: (arrival: Arrival) => void, show: (screen: LinkScreen) => void): void;
}

/** A page may fire links without end; a few sentences say as much as a thousand. */
const LINKS_LIMIT = 20;

export function createArrivals(files: Pick<OpenedFiles, 'open'>): Arrivals {
  let before = Promise.resolve();
  return {
    read(collected, toWindow, show) {
      const opening = files.open(collected.files);
      const { numbers, failures, screen } = readLinks(collected.links.slice(0, LINKS_LIMIT));
      before = before.then(async () => {
        const arrival: Arrival = { group: collected.group, files: given(await opening, collected), numbers, failures };
        if (screen !== null) show(screen);
        if (arrival.files.length + numbers.length + failures.length > 0 || screen === null) toWindow(arrival);
      });
    },
  };
}

const given = (files: readonly OpenedFile[], { group, startedAt }: Collected): OpenedFile[] =>
  files.map((file, index) => {
    const start = startedAt[index] ?? null;
    return start === null ? file : { ...file, given: { group, startedAt: start } };
  });

interface ReadLinks {
  readonly numbers: string[];
  readonly failures: Failure[];
  readonly screen: LinkScreen | null;
}

function readLinks(links: readonly string[]): ReadLinks {
  const read = links.map(readLink);
  const good = read.flatMap((link) => (link.ok ? [link.value] : []));
  const faxes = good.filter((link) => link.kind === 'fax');
  const extensions = faxes.flatMap(({ extension }) => extension ?? []);
  return {
    numbers: faxes.flatMap(({ numbers }) => numbers),
    failures: [
      ...read.flatMap((link) => (link.ok ? [] : [link.failure])),
      ...extensions.map((extension) => ({ kind: 'linkExtension', extension }) as const),
    ],
    screen: good.find((link) => link.kind === 'show')?.screen ?? null,
  };
}
