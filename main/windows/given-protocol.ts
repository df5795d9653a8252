import type { ProtocolResponse, Session } from 'electron';
import { GIVEN_SCHEME } from '../../app/given-files';
import type { Located, OpenedFiles } from '../os/opened-files';

/** Chromium's `net::ERR_FILE_NOT_FOUND`. */
const NOT_FOUND = -6;

/**
 * Has Chromium read given files to the pages of this session, without a script of main's between (decision 0047). What
 * can't be read this way is asked for again where `servePages` says why.
 */
export function serveGiven(session: Session, files: Pick<OpenedFiles, 'locate'>): void {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Nothing that replaces it reads a file without main.
  session.protocol.registerFileProtocol(GIVEN_SCHEME, ({ url }, give) => {
    void files.locate(new URL(url).pathname.slice(1)).then((located) => {
      give(located.ok ? fileResponse(located.value) : { error: NOT_FOUND });
    });
  });
}

const fileResponse = ({ path, size }: Located): ProtocolResponse => ({
  path,
  headers: { 'content-length': String(size), 'cache-control': 'no-store' },
});
