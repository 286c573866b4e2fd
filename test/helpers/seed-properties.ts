// Set up before every test file: where a seed is set, properties try the same values in every run.
import { fixedSeed } from "./seeded-random.ts";

const seed = fixedSeed();
if (seed !== undefined) {
  const { configureGlobal, readConfigureGlobal } = await import("fast-check");
  configureGlobal({ ...readConfigureGlobal(), seed });
}
