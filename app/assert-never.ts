/** Closes a `switch` over a union: a new member is a type error here, an impossible value a thrown one. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
