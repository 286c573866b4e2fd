// The nearest peer, @copilotkit/aimock, with the same answers.
import { loadPeer } from "../peers.mjs";
import { workloads } from "../workload.mjs";
import { obey } from "./obey.mjs";

const { LLMock } = await loadPeer("@copilotkit/aimock");
const [json] = workloads;
const content = JSON.parse(json.chunks[0]).choices[0].message.content;
// Three characters a frame make as many frames of the text as the other servers send.
const mock = new LLMock({ port: 0, logLevel: "silent", latency: 0, chunkSize: 3 });
mock.onMessage(/./, { content });
const url = await mock.start();
obey({ port: Number(new URL(url).port) });
