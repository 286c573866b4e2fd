"use strict";

// src/action/post.ts
var import_node_fs2 = require("node:fs");

// src/action/run-id.ts
var RUN_ID_VARIABLE = "TAPEGATE_RUN_ID";
var RUN_ID_STATE = "run-id";
var LEFT_BEHIND_STATE = "left-behind";

// src/action/suite/descendants.ts
var import_node_fs = require("node:fs");
function endProcesses(processes) {
  return processes.filter((process2) => isRunning(process2) && kill(process2.pid)).length;
}
function parseProcesses(text) {
  return [...text.matchAll(/(?:^|,)(\d{1,10}):(\d{1,20})(?=,|$)/g)].map(
    ([, pid, startedAt]) => ({ pid: Number(pid), startedAt })
  );
}
function isRunning({ pid, startedAt }) {
  const now = statOf(String(pid));
  return now?.startedAt === startedAt && !now.isDead;
}
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
    return true;
  } catch {
    return false;
  }
}
function statOf(pid) {
  try {
    const text = (0, import_node_fs.readFileSync)(`/proc/${pid}/stat`, "latin1");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    const [state, parent] = fields;
    return {
      parent: Number(parent),
      startedAt: fields[START_TIME] ?? "",
      isDead: state === "Z" || state === "X"
    };
  } catch {
    return void 0;
  }
}
var START_TIME = 19;

// src/action/post.ts
var UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
var runId = process.env[`STATE_${RUN_ID_STATE}`] ?? "";
var leftBehind = parseProcesses(process.env[`STATE_${LEFT_BEHIND_STATE}`] ?? "");
if (UUID.test(runId)) {
  const killed = endProcesses(leftBehind) + killLeftovers(runId);
  if (killed > 0) {
    const text = `${killed} process(es) of the suite outlived it and were ended`;
    const isOff = process.env["INPUT_ANNOTATIONS"]?.trim() === "off";
    process.stdout.write(isOff ? `${text}
` : `::warning::${text}
`);
  }
}
function killLeftovers(id) {
  let killed = 0;
  for (const name of listProcesses()) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    if (!readEnvironment(name).split("\0").includes(`${RUN_ID_VARIABLE}=${id}`)) continue;
    try {
      process.kill(Number(name), "SIGKILL");
      killed += 1;
    } catch {
    }
  }
  return killed;
}
function listProcesses() {
  try {
    return (0, import_node_fs2.readdirSync)("/proc");
  } catch {
    return [];
  }
}
function readEnvironment(pid) {
  try {
    return (0, import_node_fs2.readFileSync)(`/proc/${pid}/environ`, "latin1");
  } catch {
    return "";
  }
}
