"use strict";

// src/action/post.ts
var import_node_fs = require("node:fs");

// src/action/run-id.ts
var RUN_ID_VARIABLE = "TAPEGATE_RUN_ID";
var RUN_ID_STATE = "run-id";

// src/action/post.ts
var UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
var runId = process.env[`STATE_${RUN_ID_STATE}`] ?? "";
if (UUID.test(runId)) {
  const killed = killLeftovers(runId);
  if (killed > 0) {
    process.stdout.write(
      `::warning::${killed} process(es) of the suite outlived it and were ended
`
    );
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
    return (0, import_node_fs.readdirSync)("/proc");
  } catch {
    return [];
  }
}
function readEnvironment(pid) {
  try {
    return (0, import_node_fs.readFileSync)(`/proc/${pid}/environ`, "latin1");
  } catch {
    return "";
  }
}
