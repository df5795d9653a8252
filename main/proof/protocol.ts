import type { FontPrograms } from '../../app/proof/fonts';
import type { ProofReport, SentPage } from '../../app/proof/report';
import type { Verification } from '../../app/proof/verify';

/** What the worker thread is asked. `fonts` are WOFF files. */
export type ProofJob =
  | { readonly kind: 'pages'; readonly document: Uint8Array }
  | {
      readonly kind: 'make';
      readonly document: Uint8Array;
      readonly report: ProofReport;
      readonly fonts: FontPrograms;
    }
  | { readonly kind: 'verify'; readonly file: Uint8Array; readonly program: string; readonly fonts: FontPrograms };

/** What it answers. `foreign`: the document is not one of those Faksla sends. */
export type ProofReply =
  | { readonly kind: 'pages'; readonly pages: SentPage[] }
  | { readonly kind: 'made'; readonly proof: Uint8Array }
  | { readonly kind: 'verified'; readonly verification: Verification }
  | { readonly kind: 'foreign' };
