/** Headers in order of arrival; lower-case names, repeated names repeated. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** A request as it arrived (or as a fetch caller made it), whole. */
export interface HttpRequest {
  /** Upper case. */
  readonly method: string;
  /** Path below the provider's mount, with query, as sent: `/v1/chat/completions?beta=true`. */
  readonly path: string;
  readonly headers: HeaderList;
  /** The body as sent; content codings not yet undone. */
  readonly body: Uint8Array;
}
