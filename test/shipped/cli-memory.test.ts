import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { makeFolder, startCli, upstreamConfiguration } from "../helpers/run-cli.ts";
import { startScriptedUpstream } from "../helpers/scripted-upstream.ts";

const MIB = 1024 * 1024;
/** The largest body there may be. */
const BODY_MIB = 64;
/** A process that has done nothing takes a good body more. */
const RESIDENT_MIB_MAX = 8 * BODY_MIB;

describe.skipIf(process.platform !== "linux")("The memory of the gateway's process", () => {
  test(`stays below ${RESIDENT_MIB_MAX} MiB for a download of ${BODY_MIB} MiB`, async () => {
    // No text, and no two pieces alike.
    const chunks = Array.from({ length: BODY_MIB }, (_, index) =>
      Buffer.alloc(MIB, `ÿ${index}`, "latin1"),
    );
    const headers = { "content-type": "application/octet-stream" };
    const upstream = await startScriptedUpstream({ headers, chunks });
    const folder = makeFolder({ "tapegate.json": upstreamConfiguration(upstream.url) });
    for (const mode of ["record", "replay"]) {
      const running = startCli(["serve", "--mode", mode, "--format", "json"], { cwd: folder });
      await running.until(/^\{.*\}\n/u);
      const { url } = JSON.parse(running.stdout()) as { readonly url: string };
      const answer = await fetch(`${url}/openai/v1/files/f/content`);
      expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.concat(chunks))).toBe(true);
      const answered = residentMibMax(running.child.pid!);
      running.child.kill("SIGTERM");
      expect((await running.ended).status).toBe(0);
      expect({ mode, isWithin: answered < RESIDENT_MIB_MAX, answered }).toMatchObject({
        isWithin: true,
      });
    }
    await upstream.close();
  });
});

/** The most that a process has had in memory at once (proc(5), VmHWM). */
function residentMibMax(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+) kB/u.exec(status)?.[1]) / 1024);
}
