import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../../helpers/node-runtimes.ts";
import type { Asked } from "./asked.ts";

/** The interpreter that has the providers' SDKs for Python. */
export const PYTHON: string = join(ROOT, ".venv/bin/python");

/**
 * Has ask.py make a call.
 *
 * @param call By its name there.
 * @param more Members of the call that stand elsewhere than in the request's body.
 * @returns What the SDK made of the answer: the events of a stream where that is what it was.
 */
export async function askPython(call: string, asked: Asked, more: object = {}): Promise<unknown> {
  const question = JSON.stringify({ body: asked.body, ...more });
  const script = join(import.meta.dirname, "ask.py");
  const { stdout } = await promisify(execFile)(PYTHON, [script, call, question], {
    env: {
      ...asked.variables,
      PATH: process.env["PATH"],
      NO_PROXY: "127.0.0.1",
      PYTHONIOENCODING: "utf-8",
    },
    timeout: 120_000,
  });
  const answer = JSON.parse(stdout) as unknown;
  return Array.isArray(answer) ? ReadableStream.from(answer) : answer;
}
