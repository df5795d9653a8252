/** The endings of files that can be faxed, as file dialogs and folders know them; a file is judged by its bytes. */
export const documentEndings = [
  ...['pdf', 'tif', 'tiff', 'txt', 'svg'],
  ...['png', 'jpg', 'jpeg', 'jfif', 'webp', 'gif', 'bmp', 'avif', 'heic', 'heif'],
] as const;

const known: ReadonlySet<string> = new Set(documentEndings);

/** Whether a file of this name may be a document that can be faxed. */
export const isDocumentName = (name: string): boolean => {
  const ending = /[^.]\.([a-z]{3,4})$/i.exec(name)?.[1];
  return ending !== undefined && known.has(ending.toLowerCase());
};
