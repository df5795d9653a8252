import type { GreyImage } from '../../../app/fax/grey';
import type { Kernels } from '../../../app/fax/kernels/kernels';
import { fail, ok, type Result } from '../../../app/result';
import { readImageHeader, type ImageHeader, type ImageKind } from '../../../app/source/image-header';
import { decodeUpright } from './canvas-decoder';
import { HeicDamagedError, type DecodeHeic } from './heic';
import { canDecode, decodeStored } from './image-decoder';
import type { DecodedPage, OpenSource } from './source';

const UPRIGHT = 1;

/** How each kind is decoded as stored; AVIF has turns of its own, which only a canvas obeys. */
async function storedOrNull(bytes: Uint8Array, kind: ImageKind, kernels: Kernels): Promise<GreyImage | null> {
  if (kind === 'heic' || kind === 'avif') return null;
  return (await canDecode(kind)) ? decodeStored(bytes, kind, kernels) : null;
}

async function decode(
  bytes: Uint8Array,
  { kind, orientation }: ImageHeader,
  heic: DecodeHeic,
  kernels: Kernels,
): Promise<DecodedPage> {
  const stored = await storedOrNull(bytes, kind, kernels);
  const nature = 'picture';
  if (kind === 'heic') return { grey: await heic(bytes), orientation, nature };
  if (stored !== null) return { grey: stored, orientation, nature };
  return { grey: await decodeUpright(bytes), orientation: UPRIGHT, nature };
}

async function decodeOrFail(
  bytes: Uint8Array,
  header: ImageHeader,
  name: string,
  heic: DecodeHeic,
  kernels: Kernels,
): Promise<Result<DecodedPage>> {
  try {
    return ok(await decode(bytes, header, heic, kernels));
  } catch (error) {
    if (error instanceof DOMException || error instanceof HeicDamagedError) return fail({ kind: 'imageDamaged', name });
    throw error;
  }
}

/** PNG, JPEG, WebP, GIF (its first frame), BMP, AVIF and HEIC: sources of one page. */
export const imageOpener =
  (heic: DecodeHeic, kernels: Kernels): OpenSource =>
  ({ bytes, name }) => {
    const header = readImageHeader(bytes, name);
    if (!header.ok) return header;
    return ok({ pageCount: 1, decodePage: () => decodeOrFail(bytes, header.value, name, heic, kernels) });
  };
