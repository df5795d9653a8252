/** Node's and undici's codes of a connection that never came about. */
const nodeCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_NODATA',
  'EAI_NONAME',
  'UND_ERR_CONNECT_TIMEOUT',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);
const connectingCalls = new Set(['connect', 'getaddrinfo']);

/**
 * Chromium's codes (net_error_list.h) that can only come before a request is written: no network, no name, no
 * connection, no proxy, no trusted certificate; where a part of it is known to have left, they prove nothing, since a
 * system tells some of them of a connection it loses, too (`transport.ts`). `ERR_CONNECTION_TIMED_OUT` is of the connection attempt;
 * `ERR_TIMED_OUT`, `_RESET`, `_CLOSED` and `_ABORTED` can come after the request left, so they are not here.
 */
const chromiumCodes =
  /^ERR_(?:CERT_\w+|DNS_\w+|(?:NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|INTERNET_DISCONNECTED|NETWORK_ACCESS_DENIED|CONNECTION_REFUSED|CONNECTION_FAILED|CONNECTION_TIMED_OUT|ADDRESS_UNREACHABLE|ADDRESS_INVALID|PROXY_CONNECTION_FAILED|PROXY_AUTH_UNSUPPORTED|PROXY_AUTH_REQUESTED|PROXY_CERTIFICATE_INVALID|MANDATORY_PROXY_CONFIGURATION_FAILED|NO_SUPPORTED_PROXIES|TUNNEL_CONNECTION_FAILED|SSL_VERSION_OR_CIPHER_MISMATCH|BLOCKED_BY_CLIENT|BLOCKED_BY_ADMINISTRATOR|UNSAFE_PORT))$/;

/**
 * Whether a failed `fetch` proves that the request never left: no connection carried it (design D3). Reads Node's codes
 * down the chain of causes and Chromium's `net::ERR_…` messages; anything it does not know proves nothing.
 */
export function isNeverSent(error: unknown, depth = 5): boolean {
  if (!(error instanceof Error) || depth === 0) return false;
  const { code, syscall, errors } = error as { code?: unknown; syscall?: unknown; errors?: unknown };
  if (typeof code === 'string' && nodeCodes.has(code)) return true;
  if (typeof syscall === 'string' && connectingCalls.has(syscall)) return true;
  if (isChromiumCode(error.message)) return true;
  if (Array.isArray(errors) && errors.length > 0) return errors.every((each) => isNeverSent(each, depth - 1));
  return isNeverSent(error.cause, depth - 1);
}

const isChromiumCode = (message: string): boolean => {
  const code = /\bnet::(ERR_\w+)/.exec(message)?.[1];
  return code !== undefined && chromiumCodes.test(code);
};
