/** A base64 digit that is `+` or `/` takes three characters in a form body: two of 64 digits are. */
const FORM_CHARACTERS_A_DIGIT = 1 + (2 * 2) / 64;

/** What a PDF needs around its pages, and around each, in bytes (`assembleFaxPdf`; measured). */
const PDF_BYTES = 900;
const PDF_BYTES_A_PAGE = 420;

/** About how many bytes a fax of such pages takes on its way to the service: a PDF, as base64, in a form body. */
export function uploadBytes(pagesT6Bytes: readonly number[]): number {
  const pdf = pagesT6Bytes.reduce((sum, t6Bytes) => sum + t6Bytes + PDF_BYTES_A_PAGE, PDF_BYTES);
  return Math.round(Math.ceil(pdf / 3) * 4 * FORM_CHARACTERS_A_DIGIT);
}
