/** The part used here of Electron's `app`. */
interface CommandLineOwner {
  readonly commandLine: { appendSwitch(name: string): void };
}

/**
 * Keeps Chromium from sending a fax twice (D3); to be called before the app is ready. When a connection that already
 * served a request breaks before an answer, Chromium silently repeats the next request on another one, POSTs too
 * (HttpNetworkTransaction::ShouldResendRequest; seen with Electron 33). `fetchOver` (`net-request.ts`) therefore keeps no connection, which
 * HTTP/2 and QUIC would do regardless.
 */
export function forbidRepeatedRequests({ commandLine }: CommandLineOwner): void {
  commandLine.appendSwitch('disable-http2');
  commandLine.appendSwitch('disable-quic');
}
