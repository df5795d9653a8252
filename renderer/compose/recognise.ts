import { ok, type Result } from '../../app/result';
import type { Source } from './pages';
import type { Press } from './press';
import { drawSvg } from './svg';

/** What a file holds. For an SVG its drawing stands, which is made here and now. */
export async function recognise(
  file: Omit<Source, 'pageCount'>,
  press: Pick<Press, 'inspect' | 'read'>,
): Promise<Result<Source>> {
  const inspected = await press.inspect(file);
  if (!inspected.ok) return inspected;
  const { pageCount, isDrawing } = inspected.value;
  if (!isDrawing) return ok({ ...file, pageCount });
  const read = await press.read(file);
  if (!read.ok) return read;
  const drawn = await drawSvg(read.value, file.name);
  return drawn.ok ? recognise({ ...file, file: drawn.value }, press) : drawn;
}
