import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { kernels } from './kernels.mjs';

const root = resolve(import.meta.dirname, '..');

/** The oldest Electron the app runs on is 33, whatever the installed electron package declares. */
const oldest = { node: 'node20.18', chrome: 'chrome130' };

/** package.json says `type: module`, so what Electron loads by `require` carries the ending .cjs. */
const commonJs = {
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: 'chunks/[name]-[hash].cjs',
} as const;

/**
 * What the window needs at its start, in two files rather than forty: every file is a question to the main process. The
 * first has what the command line's page needs, too, and the policy that must run before zod.
 */
const initialChunks = [
  {
    name: 'loader',
    tags: ['$initial' as const],
    test: /preload-helper|compose[\\/]press-workers/,
  },
  { name: 'ahead', tags: ['$initial' as const], test: /renderer[\\/](?:ahead|ask-ahead)/ },
  {
    name: 'common',
    tags: ['$initial' as const],
    test: /[\\/](?:app|zod)[\\/]|renderer[\\/](?:bridge|compose[\\/](?:press\.ts|recognise|svg|worker))/,
  },
  { name: 'first', tags: ['$initial' as const], test: /renderer[\\/](?:first|beginning|compose[\\/]foreseeing)/ },
  { name: 'interface', tags: ['$initial' as const], test: /node_modules|renderer[\\/](?!start|press|window)/ },
];

const noAjv = resolve(root, 'build/no-ajv.mjs');

export default defineConfig({
  main: {
    resolve: { alias: { 'ajv/dist/2020.js': noAjv, 'ajv-formats': noAjv } },
    build: {
      outDir: resolve(root, 'dist/main'),
      target: oldest.node,
      minify: true,
      rolldownOptions: { input: { index: resolve(root, 'main/index.ts') }, output: commonJs },
    },
  },
  preload: {
    build: {
      outDir: resolve(root, 'dist/preload'),
      target: oldest.node,
      minify: true,
      // A sandboxed preload script can require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: { input: { index: resolve(root, 'main/preload/index.ts') }, output: commonJs },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    plugins: [react()],
    worker: { format: 'es', plugins: () => [kernels()] },
    build: {
      outDir: resolve(root, 'dist/renderer'),
      target: oldest.chrome,
      minify: true,
      // The pages' policy allows no data: address.
      assetsInlineLimit: 0,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: { index: resolve(root, 'renderer/index.html'), press: resolve(root, 'renderer/press.html') },
        output: { codeSplitting: { groups: initialChunks } },
      },
    },
  },
});
