import { join } from 'node:path';
import { app } from 'electron';
import type { Resolution } from '../../app/fax/profile';
import { fail, ok, type Result } from '../../app/result';
import { createOpenedFiles } from '../os/opened-files';
import type { PressOrder } from './command';
import { type Pressed, pressFiles } from './press-window';

export interface PressedOrder extends Pressed {
  readonly resolution: Resolution;
}

/** Makes the fax pages of `order`: fine and automatic where it does not say, whatever the window was last used with. */
export async function pressOrder(order: PressOrder): Promise<Result<PressedOrder>> {
  const files = createOpenedFiles();
  const opened = await files.open(order.files);
  for (const { token } of opened) {
    const seen = await files.check(token);
    if (!seen.ok) return seen;
  }
  const resolution = order.resolution ?? 'fine';
  const mode = order.mode ?? 'auto';
  const pressed = await pressFiles({ files, pages: join(app.getAppPath(), 'dist/renderer') }, opened, {
    resolution,
    mode,
  });
  if (!pressed.ok) return pressed;
  return pressed.value.pages.length === 0 ? fail({ kind: 'noPages' }) : ok({ ...pressed.value, resolution });
}
