import { readFile } from 'node:fs/promises';
import bold from '@ibm/plex-sans/fonts/complete/woff/IBMPlexSans-SemiBold.woff?asset';
import regular from '@ibm/plex-sans/fonts/complete/woff/IBMPlexSans-Regular.woff?asset';
import type { ProofReport, SentPage } from '../../app/proof/report';
import type { Verification } from '../../app/proof/verify';
import type { FontPrograms } from '../../app/proof/fonts';
import startWorker from './proof.worker?nodeWorker';
import type { ProofJob, ProofReply } from './protocol';

/** Makes and checks proofs in a thread of its own, which ends with the work. `null`: the document is not one of ours. */
export interface ProofPress {
  pagesOf(document: Uint8Array): Promise<SentPage[] | null>;
  make(document: Uint8Array, report: ProofReport): Promise<Uint8Array | null>;
  verify(file: Uint8Array, program: string): Promise<Verification>;
}

export const proofPress: ProofPress = {
  async pagesOf(document) {
    const reply = await ask({ kind: 'pages', document });
    return reply.kind === 'pages' ? reply.pages : null;
  },
  async make(document, report) {
    const reply = await ask({ kind: 'make', document, report, fonts: await readFonts() });
    return reply.kind === 'made' ? reply.proof : null;
  },
  async verify(file, program) {
    const reply = await ask({ kind: 'verify', file, program, fonts: await readFonts() });
    return reply.kind === 'verified' ? reply.verification : { ok: false, problem: 'noReport' };
  },
};

const readFonts = async (): Promise<FontPrograms> => ({ regular: await readFile(regular), bold: await readFile(bold) });

function ask(job: ProofJob): Promise<ProofReply> {
  const worker = startWorker();
  const replied = new Promise<ProofReply>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  worker.postMessage(job);
  return replied.finally(() => void worker.terminate());
}
