/** Bodies of all requests that are held at once: eight of the largest. */
export const HELD_BYTES_MAX: number = 512 * 1024 * 1024;

/** Bodies of all answers that are held while they are recorded, but for one that may go on beyond. */
export const HELD_ANSWER_BYTES_MAX: number = 128 * 1024 * 1024;

/** An answer up to this size is never made to wait for others. */
export const HELD_FREE_BYTES_MAX: number = 1024 * 1024;

/** How long an answer waits for its turn to be held: its client may read another one only behind it. */
export const HELD_WAIT_MS = 3_000;

/** Characters of a recording from which on its answer waits for its turn: 8 Mi. */
export const LARGE_LENGTH_MIN: number = 8 * 1024 * 1024;

/** How much of a body over the limit is read away, so that its sender gets to see the answer. */
export const DISCARDED_BYTES_MAX: number = 256 * 1024 * 1024;

/** Header block of one request; keys and cookies stay far below. */
export const HEADER_BYTES_MAX: number = 64 * 1024;

/** Connections of clients that are open at once. */
export const CONNECTION_COUNT_MAX = 4096;

/** A client that sends its headers slower than this is cut off. */
export const HEADERS_TIMEOUT_MS = 20_000;

/** A client that sends a whole request slower than this is cut off. */
export const REQUEST_TIMEOUT_MS = 120_000;

/** How often the two above are looked after. */
export const TIMEOUT_CHECK_MS = 5_000;

/**
 * How long an idle connection stays open. Node's 5 s race with the connection reuse of SDKs: a
 * request that meets the close is sent again, and would take the next recording.
 */
export const KEEP_ALIVE_MS = 75_000;

/** How long an HTTP/2 client may keep its half of a connection open whose session is over. */
export const HALF_OPEN_MS = 2_000;

/** A connection on which nothing moves for so long is dead; models think for minutes. */
export const IDLE_MS: number = 30 * 60_000;

/** The same in replay, where only the client can be slow. */
export const REPLAY_IDLE_MS: number = 5 * 60_000;

/** How long a provider may take to begin its answer, and between two chunks of it. */
export const UPSTREAM_WAIT_MS: number = 20 * 60_000;

/** How long a connection to a provider, or to the proxy before it, may take to stand. */
export const UPSTREAM_CONNECT_MS = 30_000;

/**
 * Between the last bytes of a broken answer and the break. Clients that read both at once drop
 * what they had not handed on, and the bytes were seen when they were recorded.
 */
export const BREAK_DELAY_MS = 25;

/** Between two chunks whose boundary is kept: written at once, a client would read them as one. */
export const CHUNK_GAP_MS = 1;

/** How long a stream or request that its client left is held open when it is replayed to one that stays. */
export const CLIENT_LEFT_HOLD_MS = 2_000;

/** Requests at once on one HTTP/2 connection. */
export const STREAM_COUNT_MAX = 1000;

/** Bytes of all frames of one WebSocket session that is recorded: a quarter of an hour of speech. */
export const SESSION_BYTES_MAX: number = 64 * 1024 * 1024;

/** Frames of one WebSocket session that is recorded. */
export const SESSION_FRAMES_MAX = 200_000;

/** Bytes of one WebSocket frame, its fragments together. */
export const FRAME_BYTES_MAX: number = 16 * 1024 * 1024;

/** How long a provider may take to answer a close frame. */
export const PROVIDER_CLOSE_MS = 2_000;

/** Bytes that wait for a slow reader of a WebSocket session before its other side is not read on. */
export const UNSENT_BYTES_MAX: number = 4 * 1024 * 1024;

/** Characters of a scope's name in a header or a URL. */
export const SCOPE_LENGTH_MAX = 4096;

/** A file and a line; what is longer is none, and would be stored and printed with every miss. */
export const CALL_SITE_LENGTH_MAX = 1024;

/** Frames that led to a call site; those further out say less and less about it. */
export const CALLERS_MAX = 8;

/** The highest number of a lane in a header. */
export const LANE_MAX = 1_000_000;
