/** The root of everything the client throws. No message, and no text of a cause, holds the key. */
export abstract class ApiError extends Error {
  abstract override readonly name: string;
}

/** There is no key to call with. Nothing was sent. */
export class MissingKeyError extends ApiError {
  override readonly name = 'MissingKeyError';
  constructor() {
    super('There is no API key. Enter the key shown under Santral Ayarlarım first.');
  }
}

/** The key is kept somewhere that does not give it out. Nothing was sent. */
export class KeyUnavailableError extends ApiError {
  override readonly name = 'KeyUnavailableError';
  constructor(options: ErrorOptions) {
    super("The system's keychain did not give out the API key.", options);
  }
}

/** The address is not https, so the key would travel in the open. Nothing was sent. */
export class InsecureUrlError extends ApiError {
  override readonly name = 'InsecureUrlError';
  constructor(readonly url: string) {
    super(`${url} is not a secure address. Use https, or allow plain http in the settings.`);
  }
}

/** The service's address is none of the web's, so nothing was sent. */
export class UnusableUrlError extends ApiError {
  override readonly name = 'UnusableUrlError';
  constructor(readonly url: string) {
    super(`${url} is no address of an exchange.`);
  }
}

/** No connection came about, so the request never left. */
export class NotReachableError extends ApiError {
  override readonly name = 'NotReachableError';
  constructor(
    readonly host: string,
    options: ErrorOptions,
  ) {
    super(`${host} can't be reached. Check the network connection.`, options);
  }
}

/** The connection broke while the request or its answer was under way: the request may have been served. */
export class ConnectionLostError extends ApiError {
  override readonly name = 'ConnectionLostError';
  constructor(
    readonly host: string,
    options: ErrorOptions,
  ) {
    super(`The connection to ${host} was lost before its answer arrived.`, options);
  }
}

/** The request may have been served. */
export class TimedOutError extends ApiError {
  override readonly name = 'TimedOutError';
  constructor(readonly host: string) {
    super(`${host} did not answer in time.`);
  }
}

/** The caller gave up. `requestLeft`: whether any of the request can have been sent by then. */
export class AbortedError extends ApiError {
  override readonly name = 'AbortedError';
  constructor(readonly requestLeft: boolean) {
    super('The call was given up.');
  }
}

/** `400` or `401 Gecersiz anahtar: <key>`. */
export class InvalidKeyError extends ApiError {
  override readonly name = 'InvalidKeyError';
  constructor(readonly status: number) {
    super('The service does not accept the API key. Check it under Santral Ayarlarım.');
  }
}

/** `400 invalid base64`. */
export class InvalidDocumentError extends ApiError {
  override readonly name = 'InvalidDocumentError';
  constructor(readonly serviceMessage: string) {
    super(`The service could not read the document: ${serviceMessage}`);
  }
}

/** `400 cannot find call with call_uuid <uuid>`. */
export class CallNotFoundError extends ApiError {
  override readonly name = 'CallNotFoundError';
  constructor(readonly callUuid: string) {
    super(`The service has no fax with the call id ${callUuid}.`);
  }
}

/** `429`: more calls than the service allows. */
export class RateLimitedError extends ApiError {
  override readonly name = 'RateLimitedError';
  constructor(readonly retryAfterSeconds: number | null) {
    super('The service allows no more calls for now. Try again later.');
  }
}

/** `414`: a file was put in the query string. */
export class DocumentTooLargeForUrlError extends ApiError {
  override readonly name = 'DocumentTooLargeForUrlError';
  constructor(readonly call: string) {
    super(`The service refused ${call} because its address is too long.`);
  }
}

/** Any other `4xx`. */
export class RefusedError extends ApiError {
  override readonly name = 'RefusedError';
  constructor(
    readonly call: string,
    readonly status: number,
    readonly serviceMessage: string,
  ) {
    super(`The service refused ${call} (${status}): ${serviceMessage}`);
  }
}

/** `5xx`: the request may have been served. */
export class ServerFaultError extends ApiError {
  override readonly name = 'ServerFaultError';
  constructor(
    readonly call: string,
    readonly status: number,
  ) {
    super(`The service failed at ${call} (${status}). Try again later.`);
  }
}

/** An answer that is not what the API's document describes: the request may have been served. */
export class UnreadableAnswerError extends ApiError {
  override readonly name = 'UnreadableAnswerError';
  constructor(
    readonly call: string,
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`The answer to ${call} can't be read: ${why}.`, options);
  }
}

/** What came from the address of a fax's document is none. */
export class DocumentUnusableError extends ApiError {
  override readonly name = 'DocumentUnusableError';
  constructor(readonly why: 'empty' | 'tooLarge' | 'wrongType' | 'cut' | 'insecureUrl' | 'linkExpired') {
    super(`The document of the fax can't be used: ${why}.`);
  }
}
