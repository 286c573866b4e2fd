/** What a changed file is to a prompt: where it is written, where it is asserted or copied, or where people write about it. */
export type FileKind = "source" | "test" | "prose";

const TEST_PATH =
  /(?:^|\/)(?:tests?|__tests__|specs?|e2e)\/|(?:^|\/)(?:test_[^/]*|conftest)\.\w+$|[._-](?:test|tests|spec)\.\w+$/i;
/** What programs wrote: bundles, snapshots, other tools' recordings. */
const COPY_PATH =
  /(?:^|\/)(?:dist|build|out|target|vendor|third_party|node_modules|__snapshots__|snapshots|cassettes|__generated__|generated|\.next)\/|\.(?:snap|ambr|lock|map)$|\.min\.\w+$|[._]generated\.\w+$|_pb2?\.\w+$/i;
const PROSE_NAME =
  /(?:^|\/)(?:readme|changelog|changes|history|contributing|license|security|code_of_conduct)(?:\.\w+)?$/i;
const PROSE_PATH = /\.(?:md|mdx|markdown|rst|adoc|txt)$/i;
/** Texts that a program reads stand in such places. */
const PROMPT_PATH =
  /prompt|instruction|system|persona|agent|assistant|skill|template|polic(?:y|ies)/i;

/** Tells by its path what a file is. */
export function fileKind(path: string): FileKind {
  if (PROSE_NAME.test(path)) return "prose";
  if (PROSE_PATH.test(path)) return PROMPT_PATH.test(path) ? "source" : "prose";
  return TEST_PATH.test(path) || COPY_PATH.test(path) ? "test" : "source";
}
