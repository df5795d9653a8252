const PREFIX = '/given/';

/** Where the page's workers fetch the bytes of a file that main keeps by `token` (decision 0012). */
export const givenFilePath = (token: string): string => PREFIX + token;

/** The token in such a path; `null` in any other. */
export const givenFileToken = (path: string): string | null =>
  path.startsWith(PREFIX) ? path.slice(PREFIX.length) : null;
