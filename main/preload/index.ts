import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../../app/contract';

/** As `channelOf` and `pieceChannel` in `app/contract.ts`, without the schemas that file would bring along. */
const channel = (name: string): string => `faksla:${name}`;

const bridge: Bridge = {
  invoke: (name, input) => ipcRenderer.invoke(channel(name), input),
  pass: (piece) => ipcRenderer.send(channel('piece'), piece),
  on(name, listener) {
    const forward = (_event: unknown, payload: unknown): void => listener(payload);
    ipcRenderer.on(channel(name), forward);
    return () => void ipcRenderer.removeListener(channel(name), forward);
  },
};

contextBridge.exposeInMainWorld('faksla', bridge);
