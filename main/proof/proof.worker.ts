import { createHash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { inflateSync } from 'node:zlib';
import { makeProof, type ProofTools } from '../../app/proof/make-proof';
import { ForeignDocumentError, readSentPages } from '../../app/proof/sent-pages';
import { verifyProof } from '../../app/proof/verify';
import { sfntOfWoff } from '../../app/proof/woff';
import type { ProofJob, ProofReply } from './protocol';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const sfnt = (woff: Uint8Array): Uint8Array => sfntOfWoff(woff, (bytes) => inflateSync(bytes));

async function answer(job: ProofJob): Promise<ProofReply> {
  switch (job.kind) {
    case 'pages':
      return { kind: 'pages', pages: await readSentPages(job.document, sha256) };
    case 'make':
      return { kind: 'made', proof: await makeProof(job.document, job.report, toolsWith(job.fonts)) };
    case 'verify': {
      const tools = toolsWith(job.fonts);
      const verification = await verifyProof(job.file, {
        sha256,
        program: job.program,
        remake: (document, report) => makeProof(document, report, tools),
      });
      return { kind: 'verified', verification };
    }
  }
}

const toolsWith = ({ regular, bold }: ProofTools['fonts']): ProofTools => ({
  sha256,
  fonts: { regular: sfnt(regular), bold: sfnt(bold) },
});

parentPort?.on('message', (job: ProofJob) => {
  answer(job).then(
    (reply) => parentPort?.postMessage(reply),
    (error: unknown) => {
      if (!(error instanceof ForeignDocumentError)) throw error;
      parentPort?.postMessage({ kind: 'foreign' } satisfies ProofReply);
    },
  );
});
