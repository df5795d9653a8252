/**
 * Stands in for ajv and ajv-formats in the main process: electron-store brings them for JSON schemas, of which it is
 * given none (our settings are checked by zod), and loading them costs a start more than all of our own code.
 */
export function Ajv2020() {
  throw new Error('electron-store is given no JSON schema');
}

export default function addFormats() {
  Ajv2020();
}
