import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../../app/contract';

/** As `channelOf` and `piecesChannel` in `app/contract.ts`, without the schemas that file would bring along. */
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
  if (source === window && data === channel('pieces')) ipcRenderer.postMessage(channel('pieces'), null, [...ports]);
});

contextBridge.exposeInMainWorld('faksla', bridge);
