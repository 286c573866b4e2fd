/** A body came whole, and is not what its `content-encoding` says: nobody can read it. */
export class UndecodableError extends Error {
  override readonly name = "UndecodableError";

  constructor(reason: string, options?: ErrorOptions) {
    super(`its body is not what its content-encoding says: ${reason}`, options);
  }
}
