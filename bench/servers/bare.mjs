// The floor: node:http that reads the request and writes the bytes. `frames` writes a stream frame
// by frame, as a provider does; `whole` writes it at once.
import { createServer } from "node:http";
import { workloads } from "../workload.mjs";
import { obey } from "./obey.mjs";

const isWhole = process.argv[2] === "whole";
const server = createServer((request, response) => {
  request.resume();
  request.on("end", () => {
    const workload = workloads.find(({ scope }) => request.url.startsWith(`/s/${scope}/`));
    const body = workload.chunks.join("");
    if (isWhole || workload.chunks.length === 1) {
      response.writeHead(200, {
        "content-type": workload.contentType,
        "content-length": Buffer.byteLength(body),
      });
      response.end(body);
      return;
    }
    response.writeHead(200, { "content-type": workload.contentType });
    for (const chunk of workload.chunks) response.write(chunk);
    response.end();
  });
});
server.listen(0, "127.0.0.1", () => obey({ port: server.address().port }));
