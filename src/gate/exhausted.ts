/** Stands where every kind was handled: reaching it is a bug of ours. */
export function exhausted(value: never): never {
  throw new TypeError(`Unhandled kind: ${JSON.stringify(value)}`);
}
