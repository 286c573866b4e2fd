// src/vitest.ts
import { cassetteFixtures, DriftError, lane, task } from "./index.mjs";
export {
  DriftError,
  cassetteFixtures,
  lane,
  task
};
