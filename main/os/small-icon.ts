import { readFileSync } from 'node:fs';
import { type NativeImage, nativeImage } from 'electron';
import attention16 from './icons/attention-16.png?asset';
import attention32 from './icons/attention-32.png?asset';
import tray16 from './icons/tray-16.png?asset';
import tray24 from './icons/tray-24.png?asset';
import tray32 from './icons/tray-32.png?asset';
import tray48 from './icons/tray-48.png?asset';
import trayAttention16 from './icons/tray-attention-16.png?asset';
import trayAttention24 from './icons/tray-attention-24.png?asset';
import trayAttention32 from './icons/tray-attention-32.png?asset';
import trayAttention48 from './icons/tray-attention-48.png?asset';
import template16 from './icons/tray-template-16.png?asset';
import template32 from './icons/tray-template-32.png?asset';

/** Image files by the screen's scale. */
type Scales = Readonly<Record<number, string>>;

/** Windows draws a tray icon at 16 pixels, Linux's panels at 22 or 24. */
const tray: Readonly<Record<'windows' | 'linux', Readonly<Record<'plain' | 'attention', Scales>>>> = {
  windows: {
    plain: { 1: tray16, 1.5: tray24, 2: tray32, 3: tray48 },
    attention: { 1: trayAttention16, 1.5: trayAttention24, 2: trayAttention32, 3: trayAttention48 },
  },
  linux: { plain: { 1: tray24, 2: tray48 }, attention: { 1: trayAttention24, 2: trayAttention48 } },
};

function imageOf(scales: Scales): NativeImage {
  const image = nativeImage.createEmpty();
  for (const [scale, path] of Object.entries(scales)) {
    image.addRepresentation({ scaleFactor: Number(scale), buffer: readFileSync(path) });
  }
  return image;
}

/** The icon in the tray. macOS colours its own from a template, and says by its badge what needs attention. */
export function trayImage(needsAttention: boolean): NativeImage {
  if (process.platform === 'darwin') {
    const image = imageOf({ 1: template16, 2: template32 });
    image.setTemplateImage(true);
    return image;
  }
  const { plain, attention } = tray[process.platform === 'win32' ? 'windows' : 'linux'];
  return imageOf(needsAttention ? attention : plain);
}

/** The mark laid over the taskbar's icon on Windows. */
export const attentionImage = (): NativeImage => imageOf({ 1: attention16, 2: attention32 });
