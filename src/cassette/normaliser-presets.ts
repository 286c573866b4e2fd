/** Makes a volatile part of a request the same in every run; applied to the copy that is hashed. */
export interface Normaliser {
  /** What a document notes and `parseNormaliser` reads back. */
  readonly name: string;
  /** JSON path into the body (`$.messages[*].content`); absent: every string of body and target. */
  readonly path?: string;
  /** What to replace in a string; absent: the whole value. Global and without `lastIndex` state. */
  readonly pattern?: RegExp;
  readonly replacement: string;
  /** Whether numbers that the pattern matches whole are replaced too. @default {false} */
  readonly changesNumbers?: boolean;
}

/**
 * Volatile parts that requests of real suites hold. None is active unless a user names it; `call-id`
 * in particular merges requests that differ in nothing but which tool call they answer.
 */
export const NORMALISER_PRESETS: ReadonlyMap<string, Normaliser> = new Map(
  (
    [
      {
        name: "uuid",
        pattern:
          /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f])/gi,
        replacement: "<uuid>",
      },
      {
        name: "iso-date",
        pattern:
          /(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?:[T ][0-2]\d:[0-5]\d(?::[0-6]\d(?:[.,]\d{1,9})?)?(?: ?Z|[+-]\d\d:?\d\d)?)?(?!\d)/g,
        replacement: "<iso-date>",
      },
      {
        // Seconds or milliseconds from 2001-09-09 to 2033-05-18.
        name: "epoch",
        pattern: /(?<![\w.-])1\d{9}(?:\d{3})?(?:\.\d{1,9})?(?![\w.-])/g,
        replacement: "<epoch>",
        changesNumbers: true,
      },
      {
        // Roots from Python's tempfile, Node's os.tmpdir() and pytest's tmp_path on Linux, macOS and Windows.
        name: "temp-path",
        pattern:
          /(?:(?:\/private)?\/(?:tmp|var\/tmp|var\/folders\/[\w+]{2}\/[\w+]{1,64}\/T)|[A-Za-z]:[\\/]+Users[\\/]+[^\\/\s"']{1,64}[\\/]+AppData[\\/]+Local[\\/]+Temp)(?:[\\/]+[^\\/\s"'`<>|:,;)\]}]{1,255}){1,64}/g,
        replacement: "<temp-path>",
      },
      {
        // Ids that pydantic-ai makes for tool calls where a provider gives none.
        name: "pydantic-ai-id",
        pattern: /(?<!\w)pyd_ai_[0-9a-f]{32}(?!\w)/g,
        replacement: "<pydantic-ai-id>",
      },
      {
        name: "call-id",
        pattern: /(?<!\w)(?:call_|toolu_|tooluse_|fc_|chatcmpl-tool-)[A-Za-z0-9_-]{8,64}/g,
        replacement: "<call-id>",
      },
    ] satisfies readonly Normaliser[]
  ).map((preset): [string, Normaliser] => [preset.name, preset]),
);
