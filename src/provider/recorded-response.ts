/** What a `Response` is made of, beside its body. */
export interface RecordedHead {
  readonly status: number;
  readonly headers: [string, string][];
  /** Address that was fetched. */
  readonly url: string;
}

/**
 * A response whose body is known whole.
 *
 * @throws {RangeError} as `Response` does, for a status that no answer has.
 */
export function toRecordedResponse(
  content: string | Uint8Array<ArrayBuffer>,
  head: RecordedHead,
): Response {
  return new RecordedResponse(content, head) as object as Response;
}

/** `Response` as far as it is built on; its own type lets nobody take over its members. */
const BodylessResponse = Response as unknown as new (
  body: null,
  init: { status: number; headers: [string, string][] },
) => Pick<Response, "status" | "headers">;

/**
 * A `Response` whose whole body is in memory. Making a body stream costs more than everything else
 * a replay does, and most readers only want the text: the stream is made when it is asked for.
 * Every way of reading behaves as a `Response` does, reading twice included.
 */
class RecordedResponse extends BodylessResponse {
  readonly #content: string | Uint8Array<ArrayBuffer>;
  readonly #url: string;
  #isRead = false;
  #whole: Response | undefined;

  constructor(content: string | Uint8Array<ArrayBuffer>, head: RecordedHead) {
    super(null, { status: head.status, headers: head.headers });
    this.#content = content;
    this.#url = head.url;
  }

  get url(): string {
    return this.#url;
  }

  get body(): Response["body"] {
    return this.#toWhole().body;
  }

  get bodyUsed(): boolean {
    return this.#isRead || this.#whole?.bodyUsed === true;
  }

  async text(): Promise<string> {
    if (this.#whole !== undefined || this.#isRead || typeof this.#content !== "string") {
      return this.#toWhole().text();
    }
    this.#isRead = true;
    // Reading as text drops a byte order mark.
    return this.#content.startsWith("\ufeff") ? this.#content.slice(1) : this.#content;
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#toWhole().arrayBuffer();
  }

  async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.arrayBuffer());
  }

  async blob(): Promise<Awaited<ReturnType<Response["blob"]>>> {
    return this.#toWhole().blob();
  }

  async formData(): Promise<FormData> {
    return this.#toWhole().formData();
  }

  clone(): Response {
    const copy = this.#toWhole().clone();
    return Object.defineProperty(copy, "url", { value: this.#url, configurable: true });
  }

  #toWhole(): Response {
    // The text was handed out: what is left is a response that has been read.
    const content = this.#isRead ? "" : this.#content;
    // As bytes: a text would bring a content-type of its own.
    this.#whole ??= new Response(Buffer.from(content), {
      status: this.status,
      headers: this.headers,
    });
    if (this.#isRead && !this.#whole.bodyUsed) void this.#whole.text();
    return this.#whole;
  }
}
