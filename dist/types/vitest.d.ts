export { cassetteFixtures, DriftError, lane, task } from "./index.ts";
export type { CassetteFixtures, RunningTest, TestFile, TestSession, TestSessionOptions, TestSuite, } from "./index.ts";
