// `tapegate/vitest`: a view of the library, so that both are one set of modules wherever they meet.
export { cassetteFixtures, DriftError, lane, task } from "./index.ts";
export type {
  CassetteFixtures,
  RunningTest,
  TestFile,
  TestSession,
  TestSessionOptions,
  TestSuite,
} from "./index.ts";
