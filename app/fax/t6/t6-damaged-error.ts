/** Bytes that are no T.6 page of the size asked for. */
export class T6DamagedError extends Error {
  override readonly name = 'T6DamagedError';
}
