import { writeFaxTiff } from '../../../app/fax/tiff';
import { assembleFaxPdf } from '../../../app/fax/fax-pdf';
import type { AssembleCalls } from './protocol';
import { serve } from './serve';

/** A worker of its own, because pdf-lib is large and the pages' workers don't need it. */
serve<AssembleCalls>(self, {
  tiff: ({ pages }) => {
    const tiff = writeFaxTiff(pages);
    return Promise.resolve({ answer: tiff, transfer: [tiff.buffer as ArrayBuffer] });
  },
  assemble: async ({ pages }) => {
    const pdf = await assembleFaxPdf(pages);
    return { answer: pdf, transfer: [pdf.buffer as ArrayBuffer] };
  },
});
