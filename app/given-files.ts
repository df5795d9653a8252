/** The scheme under which Chromium itself reads a given file to our pages and their workers (decision 0047). */
export const GIVEN_SCHEME = 'faksla-given';

/** Under our pages' own origin, where main reads it, or says why it can't. */
const OWN_PATH = '/given/';

export interface GivenAddresses {
  readonly direct: string;
  readonly own: string;
}

/** Where the bytes of a given file are: main knows it by its token and says that only to the page it was given to. */
export const givenAddresses = (token: string): GivenAddresses => ({
  direct: `${GIVEN_SCHEME}://file/${token}`,
  own: OWN_PATH + token,
});

/** Of `own`, as the path of a URL; `null` where it is none. */
export const tokenOfOwn = (path: string): string | null =>
  path.startsWith(OWN_PATH) ? path.slice(OWN_PATH.length) : null;
