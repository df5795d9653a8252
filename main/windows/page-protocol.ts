import { readFile } from 'node:fs/promises';
import { basename, extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';

/** Where our pages live: a scheme of their own, so that they have an origin, workers and a strict policy. */
export const PAGE_ORIGIN = 'faksla://app';

const policy = (scripts: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** A worker lives under the policy of its own script. Only the one that opens documents may compile WebAssembly (decision 0010). */
const PRESS_WORKER = /^press\.worker-[\w-]+\.js$/;

const policyOf = (file: string): string =>
  policy(PRESS_WORKER.test(basename(file)) ? "'self' 'wasm-unsafe-eval'" : "'self'");

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Must run before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'faksla', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the built renderer from `folder`, every answer under the same policy, and nothing else. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle('faksla', async (request) => {
    const file = fileOf(new URL(request.url), folder);
    if (file === null) return new Response('Not found', { status: 404 });
    try {
      return new Response(await readFile(file), { headers: headersOf(file) });
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}

function fileOf(url: URL, folder: string): string | null {
  if (`${url.protocol}//${url.host}` !== PAGE_ORIGIN) return null;
  const file = normalize(join(folder, decodeURIComponent(url.pathname)));
  return file.startsWith(folder + sep) && extname(file) in TYPES ? file : null;
}

function headersOf(file: string): Record<string, string> {
  return {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policyOf(file),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  };
}
