import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../../app/contract';
import { piecesChannel } from '../../app/pieces';

/** As `channelOf` in `app/contract.ts`, without the schemas that file would bring along. */
const channel = (name: string): string => `faksla:${name}`;

const bridge: Bridge = {
  invoke: (name, input) => ipcRenderer.invoke(channel(name), input),
  on(name, listener) {
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel(name), forward);
    return () => void ipcRenderer.removeListener(channel(name), forward);
  },
};

window.addEventListener('message', ({ source, data, ports }: MessageEvent<unknown>) => {
  if (source === window && data === piecesChannel) ipcRenderer.postMessage(piecesChannel, null, [...ports]);
});

contextBridge.exposeInMainWorld('faksla', bridge);
