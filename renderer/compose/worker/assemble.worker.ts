import { assembleFaxPdf } from '../../../app/fax/fax-pdf';
import type { AssembleCalls } from './protocol';
import { serve } from './serve';

/** A worker of its own, because pdf-lib is large and the pages' workers don't need it. */
serve<AssembleCalls>(self, {
  assemble: async ({ pages, about }) => {
    const pdf = await assembleFaxPdf(pages, about);
    return { answer: pdf, transfer: [pdf.buffer as ArrayBuffer] };
  },
});
