import type { GreyImage } from '../../app/fax/grey';
import type { Result } from '../../app/result';
import type { Press, SourceFacts, SourceFile, ThumbnailOptions } from './press';

export interface ForeseeingPress extends Press {
  /** Begins with a file main keeps, of which its facts and the picture of its first page will be asked. */
  readonly foresee: (file: SourceFile) => void;
}

interface Foreseen {
  readonly inspected: Promise<Result<SourceFacts>>;
  /** `null` where it has no page that can be drawn. */
  readonly pictured: Promise<Result<GreyImage> | null>;
}

/** How the first page of a file lies that nobody has touched. */
const untouched = { sourcePage: 1, rotation: 0, tidy: true, topMargin: false } satisfies ThumbnailOptions;

/** What is foreseen is made once: asked for again, it is made as it then is. */
export function foreseeing(press: Press): ForeseeingPress {
  const inspected = new Map<string, Foreseen['inspected']>();
  const pictured = new Map<string, Foreseen['pictured']>();
  return {
    ...press,
    foresee(file) {
      const token = tokenOf(file);
      const inspecting = press.inspect(file);
      inspected.set(token, inspecting);
      pictured.set(
        token,
        inspecting.then((found) => (found.ok && !found.value.isDrawing ? press.thumbnail(file, untouched) : null)),
      );
    },
    inspect: (file, signal) =>
      (file.password === undefined ? taken(inspected, tokenOf(file)) : null) ?? press.inspect(file, signal),
    async thumbnail(file, lay, signal) {
      const begun = isUntouched(lay) ? await taken(pictured, tokenOf(file)) : null;
      return begun ?? press.thumbnail(file, lay, signal);
    },
  };
}

/** Of a file that main does not keep: none, which nothing is foreseen of. */
const tokenOf = ({ file }: SourceFile): string => ('token' in file ? file.token : '');

function taken<T>(from: Map<string, T>, token: string): T | null {
  const value = from.get(token) ?? null;
  from.delete(token);
  return value;
}

const isUntouched = ({ sourcePage, rotation, corners, tidy, topMargin }: ThumbnailOptions): boolean =>
  corners === undefined && JSON.stringify({ sourcePage, rotation, tidy, topMargin }) === JSON.stringify(untouched);
