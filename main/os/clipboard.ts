import { clipboard, ClipboardItem, type NativeImage, nativeImage } from 'electron';

/** An older Electron’s clipboard took native images, not items as the web's does. */
interface OlderClipboard {
  writeImage(image: NativeImage): void;
}

/** Puts a PNG on the system's clipboard. */
export async function copyPicture(png: Uint8Array): Promise<void> {
  if ('writeImage' in clipboard) {
    (clipboard as unknown as OlderClipboard).writeImage(nativeImage.createFromBuffer(Buffer.from(png)));
    return;
  }
  const blob = new Blob([png], { type: 'image/png' });
  await clipboard.write([new ClipboardItem({ 'image/png': blob })]);
}
