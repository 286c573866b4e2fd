import { defineConfig } from "vitest/config";

const SETUP = ["test/helpers/seed-properties.ts"];

/**
 * Projects by cost: `unit` starts nothing but small programs of its own, knows no network but loopback,
 * and is run on every change; `shipped` spawns the committed dist as users do; `confirm` asks real programs (bash,
 * pytest, SDKs) whether what we believe about them is so.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          setupFiles: SETUP,
          // Never a measure: CI machines are slow, and busy.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: ["test/**/*.test.ts"],
          exclude: ["test/shipped/**", "test/confirm/**", "**/node_modules/**"],
        },
      },
      {
        test: {
          name: "shipped",
          setupFiles: SETUP,
          include: ["test/shipped/**/*.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "confirm",
          setupFiles: SETUP,
          include: ["test/confirm/**/*.test.ts"],
          exclude: ["**/node_modules/**"],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
