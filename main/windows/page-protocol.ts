import { readFile } from 'node:fs/promises';
import { basename, extname, join, normalize, sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { givenFileToken } from '../../app/given-files';
import type { OpenedFiles } from '../os/opened-files';

/** Where our pages live: a scheme of their own, so that they have an origin, workers and a strict policy. */
export const PAGE_ORIGIN = 'faksla://app';

const policy = (scripts: string): string =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    "worker-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
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

/**
 * Serves the built renderer from `folder`, every answer under the same policy, and the files the user gave to who knows
 * their tokens (decision 0012); nothing else.
 */
export function servePages(session: Session, folder: string, given: Pick<OpenedFiles, 'read'>): void {
  session.protocol.handle('faksla', (request) => {
    const url = new URL(request.url);
    if (`${url.protocol}//${url.host}` !== PAGE_ORIGIN) return notFound();
    const token = givenFileToken(url.pathname);
    return token === null ? servePage(url, folder) : serveGiven(token, given);
  });
}

const notFound = (): Response => new Response('Not found', { status: 404 });

async function servePage(url: URL, folder: string): Promise<Response> {
  const file = fileOf(url, folder);
  if (file === null) return notFound();
  try {
    return new Response(await readFile(file), { headers: headersOf(file) });
  } catch {
    return notFound();
  }
}

async function serveGiven(token: string, given: Pick<OpenedFiles, 'read'>): Promise<Response> {
  const bytes = await given.read(token);
  return bytes.ok ? new Response(bytes.value, { headers: GIVEN_FILE }) : notFound();
}

function fileOf(url: URL, folder: string): string | null {
  const file = normalize(join(folder, decodeURIComponent(url.pathname)));
  return file.startsWith(folder + sep) && extname(file) in TYPES ? file : null;
}

/** What the user gave is bytes to be read, never a page or a script. */
const GIVEN_FILE = {
  'content-type': 'application/octet-stream',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

function headersOf(file: string): Record<string, string> {
  return {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policyOf(file),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  };
}
