import { describe, expect, it } from 'vitest';
import { isNeverSent } from './never-sent';

const nodeError = (fields: object) => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), fields) });

describe('isNeverSent', () => {
  it.each([
    { code: 'ECONNREFUSED' },
    { code: 'ENOTFOUND' },
    { code: 'EAI_AGAIN' },
    { code: 'UND_ERR_CONNECT_TIMEOUT' },
    { code: 'ENETUNREACH', syscall: 'connect' },
    { code: 'ETIMEDOUT', syscall: 'connect' },
    { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  ])('takes %j of Node for a connection that never was', (fields) => {
    expect(isNeverSent(nodeError(fields))).toBe(true);
  });

  it.each([
    { code: 'ECONNRESET', syscall: 'read' },
    { code: 'EPIPE', syscall: 'write' },
    { code: 'ETIMEDOUT', syscall: 'read' },
    { code: 'EHOSTUNREACH', syscall: 'read' },
    { code: 'UND_ERR_SOCKET' },
    { code: 'UND_ERR_HEADERS_TIMEOUT' },
    {},
  ])('takes %j of Node for proof of nothing', (fields) => {
    expect(isNeverSent(nodeError(fields))).toBe(false);
  });

  it.each([
    'ERR_CONNECTION_REFUSED',
    'ERR_NAME_NOT_RESOLVED',
    'ERR_INTERNET_DISCONNECTED',
    'ERR_PROXY_CONNECTION_FAILED',
    'ERR_ADDRESS_UNREACHABLE',
    'ERR_CONNECTION_TIMED_OUT',
    'ERR_CERT_AUTHORITY_INVALID',
    'ERR_CERT_COMMON_NAME_INVALID',
  ])("takes Chromium's %s for a connection that never was", (code) => {
    expect(isNeverSent(new Error(`net::${code}`))).toBe(true);
  });

  it.each([
    'ERR_CONNECTION_RESET',
    'ERR_EMPTY_RESPONSE',
    'ERR_CONNECTION_CLOSED',
    'ERR_CONNECTION_ABORTED',
    'ERR_TIMED_OUT',
    'ERR_NETWORK_CHANGED',
    'ERR_HTTP2_PROTOCOL_ERROR',
    'ERR_FAILED',
    'ERR_SOMETHING_NEW',
  ])("takes Chromium's %s for proof of nothing", (code) => {
    expect(isNeverSent(new Error(`net::${code}`))).toBe(false);
  });

  it('wants every attempt of a connection to have failed', () => {
    const refused = nodeError({ code: 'ECONNREFUSED' });
    const reset = nodeError({ code: 'ECONNRESET' });
    expect(isNeverSent(new AggregateError([refused, refused]))).toBe(true);
    expect(isNeverSent(new AggregateError([refused, reset]))).toBe(false);
  });

  it('takes anything else for proof of nothing', () => {
    expect(isNeverSent('net::ERR_CONNECTION_REFUSED')).toBe(false);
    expect(isNeverSent(undefined)).toBe(false);
  });
});
