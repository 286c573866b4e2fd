// Tapegate's gateway over a recording of every request; the message "again" starts the recordings anew.
import { requestBody, workloads } from "../workload.mjs";
import { obey } from "./obey.mjs";

const library = process.argv[2];
const { openMemoryStore, openSession, PROVIDERS, startGateway, toCassetteRequest, toHttpOutcome } =
  await import(library);

const store = openMemoryStore();
const log = { warn: console.error, error: console.error };
const clock = { now: Date.now };
const mount = PROVIDERS.find(({ name }) => name === "openai");
const recording = openSession({ mode: "record", store, clock, log });
for (const workload of workloads) {
  for (let index = 0; index <= Math.max(...Object.values(workload.counts)); index++) {
    const headers = [["content-type", "application/json"]];
    const body = Buffer.from(requestBody(workload, index));
    const request = { method: "POST", path: "/v1/chat/completions", headers, body };
    const issued = recording.issue(toCassetteRequest(request, mount), { scope: workload.scope });
    const answer = {
      status: 200,
      headers: [["content-type", workload.contentType]],
      body: Buffer.from(workload.chunks.join("")),
      ending: "end",
      chunkLengths: workload.chunks.map((chunk) => Buffer.byteLength(chunk)),
      chunkTimesMs: workload.chunks.map((_, chunk) => chunk),
    };
    issued.record(toHttpOutcome(answer, mount.dialect));
  }
}
recording.close();

const session = openSession({ mode: "replay", store, clock, log });
const gateway = await startGateway({
  session,
  mounts: PROVIDERS,
  log,
  report: () => session.tally(),
  onExchange: () => undefined,
});
obey(
  { port: gateway.port },
  {
    again: () => {
      for (const { scope } of workloads) session.closeScope(scope);
    },
  },
);
