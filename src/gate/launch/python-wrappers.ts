import { words } from "../words.ts";
import { row } from "./wrapper.ts";
import type { Row, SubcommandWrapper, Wrapper } from "./wrapper.ts";

const UV_VALUED =
  "-p --python -w --with --with-editable --with-requirements --extra --group --no-group --only-group --env-file --index --default-index -i --index-url --extra-index-url -f --find-links -P --upgrade-package --reinstall-package --index-strategy --keyring-provider --resolution --prerelease --fork-strategy -C --config-setting --link-mode --cache-dir --refresh-package --config-file --package --python-platform --no-extra --color --allow-insecure-host --exclude-newer --no-build-package --no-binary-package --no-build-isolation-package --config-settings --torch-backend --python-preference --from -c --constraints --constraint -b --build-constraints --overrides --override";
const UV_FLAGS =
  "--all-extras --dev --no-dev --only-dev --all-groups --no-default-groups --frozen --locked --no-sync --exact --isolated --active --no-active --no-editable --inexact --no-env-file -s --script --gui-script -n --no-cache -q --quiet -v --verbose --offline --no-progress --native-tls --no-config --no-index -U --upgrade --reinstall --no-build --no-binary --compile-bytecode --refresh --no-sources --all-packages --managed-python --no-managed-python --no-python-downloads --no-project --preview --show-resolution --no-preview --system-certs";

const uvx = row({
  valued: UV_VALUED,
  flags: UV_FLAGS,
  directory: "--directory --project",
  hasVersions: true,
});
const uv: SubcommandWrapper = {
  global: {
    valued: words(UV_VALUED),
    flags: words(UV_FLAGS),
    directory: words("--directory --project"),
  },
  subcommands: new Map<string, Wrapper | SubcommandWrapper>([
    ["run", row({ valued: UV_VALUED, flags: UV_FLAGS, directory: "--directory", isPython: true })],
    ["tool", { global: { valued: new Set() }, subcommands: new Map([["run", uvx]]) }],
  ]),
};

const execSubcommand = (name: string, how: Row = {}): SubcommandWrapper => ({
  global: {
    valued: words("-C --directory --project -p --python"),
    flags: words("-q --quiet -v --verbose -n --no-interaction --no-ansi --ansi"),
    directory: words("-C --directory --project"),
  },
  subcommands: new Map([[name, row(how)]]),
});

/** Tools that run a program in a Python environment, or a Python program under observation. */
export const PYTHON_WRAPPERS: ReadonlyMap<string, Wrapper | SubcommandWrapper> = new Map<
  string,
  Wrapper | SubcommandWrapper
>([
  ["uv", uv],
  ["uvx", uvx],
  ["poetry", execSubcommand("run")],
  [
    "pdm",
    execSubcommand("run", {
      valued: "-p --project --venv",
      flags: "-s --site-packages -l --list --recreate",
    }),
  ],
  [
    "hatch",
    {
      global: {
        valued: words("-e --env -p --project --config --data-dir --cache-dir"),
        flags: words("-v -q --verbose --quiet"),
      },
      subcommands: new Map([["run", row({})]]),
    },
  ],
  ["rye", execSubcommand("run", { valued: "--pyproject", flags: "-l --list" })],
  ["pipenv", execSubcommand("run")],
  [
    "pipx",
    {
      global: { valued: new Set(), flags: words("-q -v --quiet --verbose --global") },
      subcommands: new Map([
        [
          "run",
          row({
            valued:
              "--spec --python --pip-args --index-url -i --with --fetch-missing-python --suffix",
            flags: "--no-cache --pypackages --path --verbose --system-site-packages",
            hasVersions: true,
          }),
        ],
      ]),
    },
  ],
  [
    "conda",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        [
          "run",
          row({
            valued: "-n --name -p --prefix",
            directory: "--cwd",
            flags: "-v --verbose --dev --debug-wrapper-scripts --no-capture-output --live-stream",
          }),
        ],
      ]),
    },
  ],
  [
    "mamba",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        [
          "run",
          row({
            valued: "-n --name -p --prefix",
            directory: "--cwd",
            flags: "-v --no-capture-output --live-stream",
          }),
        ],
      ]),
    },
  ],
  [
    "micromamba",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        [
          "run",
          row({
            valued: "-n --name -p --prefix -r --root-prefix -e --env",
            directory: "--cwd",
            flags: "--no-capture-output --clean-env",
          }),
        ],
      ]),
    },
  ],
  [
    "pixi",
    {
      global: { valued: words("--manifest-path --color"), flags: words("-v -q") },
      subcommands: new Map([
        [
          "run",
          row({
            valued: "--manifest-path -e --environment",
            flags: "--frozen --locked --no-lockfile-update -x --executable",
            isScript: false,
          }),
        ],
        ["exec", row({ valued: "-s --spec -c --channel -w --with" })],
      ]),
    },
  ],
  ["pyenv", { global: { valued: new Set() }, subcommands: new Map([["exec", row({})]]) }],
  [
    "coverage",
    {
      global: { valued: words("--rcfile") },
      subcommands: new Map([
        [
          "run",
          row({
            valued: "--concurrency --context --data-file --include --omit --rcfile --source",
            flags: "-a --append --branch -L --pylib -p --parallel-mode --timid --save-signal",
            isPython: true,
          }),
        ],
      ]),
    },
  ],
  [
    "coverage3",
    {
      global: { valued: words("--rcfile") },
      subcommands: new Map([
        [
          "run",
          row({
            valued: "--concurrency --context --data-file --include --omit --rcfile --source",
            flags: "-a --append --branch -L --pylib -p --parallel-mode --timid",
            isPython: true,
          }),
        ],
      ]),
    },
  ],
  [
    "kernprof",
    row({
      valued: "-o --outfile -s --setup -p --prof-mod -u --unit",
      flags: "-l --line-by-line -b --builtin -v --view -r --rich",
      isPython: true,
    }),
  ],
  [
    "memray",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        [
          "run",
          row({
            valued: "-o --output --live-port",
            flags:
              "-f --force -q --quiet --native --follow-fork --trace-python-allocators --live --aggregate",
            isPython: true,
          }),
        ],
      ]),
    },
  ],
  [
    "viztracer",
    row({
      valued: "-o --output_file --tracer_entries --max_stack_depth",
      flags: "-q -u --quiet --log_async --open",
      isPython: true,
    }),
  ],
  [
    "scalene",
    row({
      valued: "--outfile --cpu-percent-threshold",
      flags: "--cli --json --html --cpu --reduced-profile",
      isPython: true,
    }),
  ],
  [
    "debugpy",
    row({ valued: "--listen --connect --log-to", flags: "--wait-for-client", isPython: true }),
  ],
  [
    "mprof",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        [
          "run",
          row({
            valued: "-T --interval -o --output -t",
            flags: "-M -C --multiprocess --include-children",
            isPython: false,
          }),
        ],
      ]),
    },
  ],
  [
    "py-spy",
    {
      global: { valued: new Set() },
      subcommands: new Map(
        ["record", "top", "dump"].map((name) => [
          name,
          row({
            valued: "-o --output -d --duration -r --rate -f --format -p --pid",
            flags: "-s -i -n -g --subprocesses --native --idle",
          }),
        ]),
      ),
    },
  ],
  ["austin", row({ valued: "-i -o -t -x", flags: "-C -f -m -s" })],
  ["ddtrace-run", row({ flags: "-d -i -p -v" })],
  [
    "newrelic-admin",
    { global: { valued: new Set() }, subcommands: new Map([["run-program", row({})]]) },
  ],
  [
    "opentelemetry-instrument",
    row({ valued: "--traces_exporter --metrics_exporter --service_name" }),
  ],
  [
    "torchrun",
    row({
      valued: "--nproc_per_node --nnodes --node_rank --master_addr --master_port",
      isPython: true,
      isCarrying: false,
    }),
  ],
  [
    "accelerate",
    {
      global: { valued: new Set() },
      subcommands: new Map([["launch", row({ isPython: true, isCarrying: false })]]),
    },
  ],
]);
