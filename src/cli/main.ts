import { homedir } from "node:os";
import { dirname } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { CliIo, SignalSource } from "./cli-io.ts";
import { EXIT_STATUS } from "./exit-status.ts";
import { runCli } from "./run-cli.ts";

// A reader that goes away (`tapegate ls | head`) is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"] as const;

const signals: SignalSource = {
  subscribe(listener) {
    for (const signal of SIGNALS) process.on(signal, listener);
    return () => {
      for (const signal of SIGNALS) process.removeListener(signal, listener);
    };
  },
};

const io: CliIo = {
  cwd: process.cwd(),
  environment: process.env,
  stdout: (output) => void process.stdout.write(output),
  stderr: (output) => void process.stderr.write(output),
  stdin: () => text(process.stdin),
  isTty: process.stdout.isTTY,
  homeDirectory: homedir(),
  programDirectory: dirname(fileURLToPath(import.meta.url)),
  ...(process.stderr.isTTY
    ? {
        terminal: {
          rows: () => process.stderr.rows,
          columns: () => process.stderr.columns,
        },
      }
    : {}),
  signals,
};

runCli(process.argv.slice(2), io).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    // Nothing known comes here: this is a bug of ours, and the stack is what its report needs.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = EXIT_STATUS.trouble;
  },
);
