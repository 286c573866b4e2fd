/** Deepest nesting of arrays and objects that is hashed or written; deeper input is refused. */
export const NESTING_DEPTH_MAX = 10_000;

/** From this depth on a value of a document stands on one line: indentation would grow with its square. */
export const INDENT_DEPTH_MAX = 64;

/** Deepest nesting of a stored interaction that is handed to callers, who may walk it recursively. */
export const INTERACTION_DEPTH_MAX = 1000;

/** Largest document in UTF-16 code units; V8 ends at 536,870,888 and one commit needs room to join. */
export const DOCUMENT_LENGTH_MAX = 500_000_000;

/** How often one key may be recorded in one lane, unless the session says otherwise. */
export const INTERACTIONS_PER_KEY_MAX = 1000;

/** Shortest literal secret that is looked for; shorter values stand in ordinary text. */
export const LITERAL_LENGTH_MIN = 8;

/** Hex digits of a segment's digest that an interaction keeps. */
export const SEGMENT_DIGEST_LENGTH = 12;

/** Recordings of one scope whose segment digests are compared when a miss is explained. */
export const CANDIDATES_MAX = 2000;

/** Of those, the best by segments, whose values are compared. */
export const CANDIDATES_COMPARED_MAX = 8;

/** UTF-16 code units of recordings that are parsed to explain one miss. */
export const COMPARED_LENGTH_MAX = 8_000_000;

/** Nearest recordings that an explanation names. */
export const NEAREST_MAX = 3;

/** Differences listed for one nearest recording. */
export const DIFFERENCES_MAX = 8;

/** Values visited while two requests are compared. */
export const COMPARED_VALUES_MAX = 200_000;

/** UTF-16 code units of a text that are shown of a difference. */
export const SHOWN_TEXT_LENGTH_MAX = 120;

/** UTF-16 code units of changed lines and sentences, on each side, that are kept beside what is shown. */
export const CHANGED_TEXTS_LENGTH_MAX = 4000;

/** Lines and sentences of a text, or texts of a value, that are compared to find those. */
export const CHANGED_PARTS_MAX = 20_000;

/** Words kept on either side of a change. */
export const CONTEXT_WORDS = 4;

/** Deepest nesting in which two requests are compared member by member; below it they are compared whole. */
export const COMPARED_DEPTH_MAX = 64;

/** Other scopes that are read, once a session, to find a missed key elsewhere. */
export const SEARCHED_SCOPES_MAX = 5000;

/** UTF-16 code units of other scopes' documents that are read for that. */
export const SEARCHED_LENGTH_MAX = 128_000_000;

/** Recordings of other scopes remembered for each endpoint, as nearest ones of an empty scope. */
export const SEARCHED_PER_ENDPOINT_MAX = 200;

/** Pairs of earlier and new recordings compared in the self-check of one scope. */
export const SELF_CHECK_PAIRS_MAX = 200;

/** Findings of one kind that one scope may add. */
export const FINDINGS_PER_SCOPE_MAX = 5;

/** UTF-16 code units of a miss's one-line message. */
export const MESSAGE_LENGTH_MAX = 700;
