import { readFile } from 'node:fs/promises';
import { basename, extname, join, normalize, sep } from 'node:path';
import { protocol, type ProtocolResponse, type Session } from 'electron';
import { ENDS } from '../../app/document-ends';
import { GIVEN_SCHEME, tokenOfOwn } from '../../app/given-files';
import type { Result } from '../../app/result';
import type { OpenedFiles } from '../os/opened-files';
import { endsOf } from './document-ends';
import type { LookedAt } from './looked-at';

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
    `connect-src 'self' ${GIVEN_SCHEME}:`,
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
    {
      scheme: GIVEN_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
    },
  ]);
}

/** What is served beside the pages. */
export interface Documents {
  readonly files: Pick<OpenedFiles, 'readWhole'>;
  readonly lookedAt?: Pick<LookedAt, 'at'>;
}

/**
 * Serves the built renderer from `folder`, every answer under the same policy, the documents that are looked at, given
 * files, and nothing else. Resolves when the first was asked for and is answered.
 */
export function servePages(session: Session, folder: string, documents: Documents): Promise<void> {
  const answer = async (url: URL): Promise<ProtocolResponse> => {
    const document = isOwn(url) ? await documentAt(url.pathname, documents) : null;
    if (document) return document;
    const file = fileOf(url, folder);
    if (file === null) return notFound;
    try {
      return { data: await readFile(file), headers: headersOf(file) };
    } catch {
      return notFound;
    }
  };
  return new Promise((onFirst) =>
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- What replaces it loads Node's fetch first (decision 0036).
    session.protocol.registerBufferProtocol('faksla', ({ url }, give) => {
      void answer(new URL(url)).then(give).then(onFirst);
    }),
  );
}

async function documentAt(path: string, { files, lookedAt }: Documents): Promise<ProtocolResponse | null> {
  const token = tokenOfOwn(path);
  if (token !== null) return givenFile(await files.readWhole(token));
  return lookedAt ? lookedAtDocument(path, lookedAt) : null;
}

/** Its bytes, or why it can't be read. */
const givenFile = (read: Result<Uint8Array>): ProtocolResponse =>
  read.ok
    ? { data: asBuffer(read.value), headers: documentHeaders }
    : { statusCode: 404, data: Buffer.from(JSON.stringify(read.failure)), headers: documentHeaders };

/** A document, or its ends. */
function lookedAtDocument(path: string, lookedAt: Pick<LookedAt, 'at'>): ProtocolResponse | null {
  const areEnds = path.endsWith(ENDS);
  const document = lookedAt.at(areEnds ? path.slice(0, -ENDS.length) : path);
  if (document === null) return null;
  if (!areEnds) return { data: asBuffer(document), headers: documentHeaders };
  const { ends, headers } = endsOf(document);
  return { data: ends, headers: { ...documentHeaders, ...headers } };
}

const notFound: ProtocolResponse = { statusCode: 404, data: Buffer.from('Not found') };

const asBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);

const isOwn = (url: URL): boolean => `${url.protocol}//${url.host}` === PAGE_ORIGIN;

/** Bytes for the workers, never a page. */
const documentHeaders = {
  'content-type': 'application/octet-stream',
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

function fileOf(url: URL, folder: string): string | null {
  if (!isOwn(url)) return null;
  const file = normalize(join(folder, decodeURIComponent(url.pathname)));
  return file.startsWith(folder + sep) && extname(file) in TYPES ? file : null;
}

function headersOf(file: string): Record<string, string> {
  return {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-security-policy': policyOf(file),
    'x-content-type-options': 'nosniff',
  };
}
