// Installs what the tests need beside the checkout's packages: Node 24 (on which the action runs), jest,
// SDKs that one test asks, and a Python environment with pytest and the providers' SDKs, two with older
// pytests, and one with task runners.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const isWindows = process.platform === "win32";

for (const folder of ["test/runtimes", "test/confirm/own-sdks"]) {
  run("npm", ["ci", "--no-audit", "--no-fund", "--prefix", folder]);
}
installPython(".venv", "test/requirements.txt");
// Apart from the first: their dependencies are not those of the providers' SDKs.
for (const version of [7, 8]) {
  installPython(`.venv/pytest${version}`, `test/requirements-pytest${version}.txt`);
}
installPython(".venv/runners", "test/requirements-runners.txt");

function installPython(folder, requirements) {
  const python = join(root, folder, isWindows ? "Scripts/python.exe" : "bin/python");
  if (!existsSync(python)) run(isWindows ? "python" : "python3", ["-m", "venv", folder]);
  run(python, ["-m", "pip", "install", "--quiet", "--requirement", requirements]);
}

function run(program, args) {
  const { status, error } = spawnSync(program, args, {
    cwd: root,
    stdio: "inherit",
    shell: isWindows,
  });
  if (status === 0) return;
  console.error(
    `Cannot set up the tests: "${program} ${args.join(" ")}" ${error ? `did not start (${error.message})` : `ended with ${status}`}.`,
  );
  process.exit(1);
}
