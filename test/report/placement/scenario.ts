/** A pull request, what the suite asked before and after it, and where the annotation belongs. */
export interface Scenario {
  readonly name: string;
  /** Path → content before and after; `undefined` where the file is not there. */
  readonly files: Readonly<
    Record<string, readonly [before: string | undefined, after: string | undefined]>
  >;
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
  /** One entry a cause, in the order of the report: path and the text of the line; `null` where no line says it. */
  readonly places: readonly (readonly [path: string, line: string] | null)[];
  /** Requests of each cause, the largest first. @default {all of them are one cause} */
  readonly groups?: readonly number[];
  readonly callSite?: string;
  /** Frames that led to the call site. */
  readonly callers?: readonly string[];
  /** Where the test begins. */
  readonly testSite?: string;
  /** Name of the test. @default {no plug-in tells it} */
  readonly scope?: string;
  /** Where the suite runs, relative to the repository. @default {its root} */
  readonly suiteFolder?: string;
}

export const USER = "What is the capital of France?";

/** A chat request as suites send them. */
export function chat(system: string, extra: Readonly<Record<string, unknown>> = {}): unknown {
  return {
    model: "gpt-4o-mini",
    messages: [
      { role: "system", content: system },
      { role: "user", content: USER },
    ],
    temperature: 0,
    ...extra,
  };
}

/** A chat request with a question of its own. */
export function withUser(
  system: string,
  user: string,
  extra: Readonly<Record<string, unknown>> = {},
): unknown {
  return {
    ...(chat(system, extra) as object),
    messages: [
      { role: "system", content: system },
      { role: "user", content: user },
    ],
  };
}
