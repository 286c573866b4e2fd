// Two clients. `agent` is what SDKs are made of: node:http with connections kept alive, so that the
// figures are those that a suite sees. `socket` costs next to nothing beside the server: raw sockets
// and only so much of HTTP as to find the end of an answer, so that the server alone is measured.
import { Agent, request as httpRequest } from "node:http";
import { connect } from "node:net";
import { percentile } from "./statistics.mjs";

/**
 * Sends every request, spread over so many connections, and gives calls per second and the
 * latencies' percentiles in milliseconds.
 *
 * @param {{ port: number, path: string, bodies: readonly string[], connections: number, client: "agent" | "socket" }} load
 */
export async function measure({ port, path, bodies, connections, client }) {
  const requests = client === "agent" ? bodies : bodies.map((body) => rawRequest(port, path, body));
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies = [];
  let next = 0;
  const start = performance.now();
  const work = async () => {
    const connection = client === "agent" ? viaAgent(agent, port, path) : await open(port);
    while (next < requests.length) {
      const request = requests[next++];
      const sentAt = performance.now();
      await connection.exchange(request);
      latencies.push(performance.now() - sentAt);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, work));
  agent.destroy();
  const seconds = (performance.now() - start) / 1000;
  return {
    perSecond: requests.length / seconds,
    p50: percentile(latencies, 0.5),
    latencies,
  };
}

function rawRequest(port, path, body) {
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer none\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nuser-agent: bench\r\naccept: application/json\r\n\r\n${body}`,
  );
}

function viaAgent(agent, port, path) {
  const exchange = (body) =>
    new Promise((resolve, reject) => {
      const call = httpRequest(
        {
          agent,
          port,
          path,
          host: "127.0.0.1",
          method: "POST",
          headers: {
            authorization: "Bearer none",
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
            "user-agent": "bench",
            accept: "application/json",
          },
        },
        (response) => {
          let size = 0;
          response.on("data", (chunk) => (size += chunk.length));
          response.on("end", () => {
            if (response.statusCode === 200 && size > 0) resolve();
            else reject(new Error(`Cannot measure: the server answered ${response.statusCode}`));
          });
        },
      );
      call.on("error", reject);
      call.end(body);
    });
  return { exchange, close: () => undefined };
}

function open(port) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    let done;
    let fail;
    let received = [];
    socket.on("data", (chunk) => {
      received.push(chunk);
      const end = answerEnd(received);
      if (end === undefined) return;
      received = [];
      if (end === 200) done();
      else fail(new Error(`Cannot measure: the server answered ${end}`));
    });
    socket.on("error", (error) => (fail ?? reject)(error));
    socket.on("connect", () =>
      resolve({
        exchange: (request) =>
          new Promise((onDone, onFail) => {
            done = onDone;
            fail = onFail;
            socket.write(request);
          }),
        close: () => socket.destroy(),
      }),
    );
  });
}

/** The status once the answer is whole; `undefined` before. */
function answerEnd(received) {
  const [first] = received;
  const headEnd = first.indexOf("\r\n\r\n");
  if (headEnd === -1) return undefined;
  const head = first.toString("latin1", 0, headEnd).toLowerCase();
  const status = Number(head.slice(9, 12));
  const length = /\ncontent-length: (\d+)/.exec(head)?.[1];
  if (length !== undefined) {
    const size = received.reduce((sum, chunk) => sum + chunk.length, 0);
    return size >= headEnd + 4 + Number(length) ? status : undefined;
  }
  const last = received.at(-1);
  const tail = last.length >= 5 ? last : Buffer.concat(received.slice(-2));
  return tail.subarray(-5).toString("latin1") === "0\r\n\r\n" ? status : undefined;
}
