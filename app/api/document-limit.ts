/** A larger document is not fetched: a fax of a thousand pages is a tenth of that. */
export const maxDocumentMb = 200;
