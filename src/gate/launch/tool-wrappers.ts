import { words } from "../words.ts";
import { row } from "./wrapper.ts";
import type { SubcommandWrapper, Wrapper } from "./wrapper.ts";

const NIX_VALUED =
  "--profile -f --file --expr -I --include --override-input --option -j --max-jobs --cores --log-format -u --unset -k --keep --update-input --redirect --eval-store --inputs-from --reference-lock-file --output-lock-file";

/** `run` of what starts the processes of a Procfile. */
const PROCFILE_RUNNER: SubcommandWrapper = {
  global: { valued: words("-e --env -d --app-root -f --procfile -m --formation -c --concurrency") },
  subcommands: new Map([
    ["run", row({ valued: "-e --env -d --app-root -f --procfile", flags: "-v --verbose" })],
  ]),
};

/** Tracers, watchers, benchmarks, and tools that set an environment up. */
export const TOOL_WRAPPERS: ReadonlyMap<string, Wrapper | SubcommandWrapper> = new Map<
  string,
  Wrapper | SubcommandWrapper
>([
  ["ltrace", row({ valued: "-e -o -p -s -u -n -a -l -x -w", flags: "-f -c -C -S -t -r -i -T" })],
  [
    "strace",
    row({
      valued:
        "-a -b -e -E -I -o -O -p -P -s -S -u -U -X --trace --output --attach --user --string-limit --env --signal --trace-path --columns --summary-columns --const-print-style --inject --fault --read --write --status --quiet",
      flags:
        "-f -ff -F -c -C -d -D -h -i -k -n -N -q -r -t -tt -ttt -T -v -V -w -x -xx -y -yy -z -Z -A --follow-forks --daemonize --summary --absolute-timestamps --relative-timestamps",
    }),
  ],
  [
    "perf",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        [
          "stat",
          row({
            valued: "-e --event -o --output -r --repeat -C --cpu -I",
            flags: "-a -d -v -i -x",
          }),
        ],
        [
          "record",
          row({
            valued: "-e --event -F --freq -o --output -c --call-graph -C",
            flags: "-g -a -v -q",
          }),
        ],
        ["trace", row({ valued: "-e -o" })],
      ]),
    },
  ],
  ["valgrind", row({ flags: "-q -v" })],
  ["rlwrap", row({ valued: "-f -H -s -C -b -a -P -S", flags: "-c -r -n -i" })],
  [
    "watch",
    row({
      valued: "-n --interval -q --equexit",
      flags:
        "-b -c -C -d -e -g -p -t -w -x --beep --color --differences --errexit --chgexit --precise --no-title --exec",
      isCarrying: false,
      isScript: true,
    }),
  ],
  [
    "watchexec",
    row({
      valued:
        "-e --exts -w --watch -f --filter -i --ignore -d --debounce -s --signal --stop-signal -W --filter-file --ignore-file --shell -E --env --delay-run --on-busy-update --poll --map-signal --stdin-quit",
      flags: "-r -c -n -p -q -v --restart --clear --no-vcs-ignore --postpone --no-shell --notify",
      directory: "--workdir",
      isCarrying: false,
      isScript: true,
    }),
  ],
  ["entr", row({ flags: "-a -c -d -n -p -r -x -z", scriptFlags: "-s", isCarrying: false })],
  [
    "nodemon",
    row({
      valued: "-w --watch -e --ext -i --ignore -d --delay --config --cwd --signal",
      scripts: "-x --exec",
      isCarrying: false,
    }),
  ],
  [
    "chokidar",
    row({
      valued: "-d -t -i --debounce --throttle --ignore",
      scripts: "-c --command",
      isCarrying: false,
      operands: 99,
    }),
  ],
  [
    "hyperfine",
    row({
      valued:
        "-w --warmup -r --runs -m --min-runs -M --max-runs -s --setup -c --cleanup -n --command-name -i --export-json --export-markdown --export-csv -S --shell -L --parameter-list -P --parameter-scan -D --style -u --time-unit --output --input",
      scripts: "-p --prepare",
      flags: "-N --ignore-failure --show-output",
      isCarrying: false,
      isScript: true,
    }),
  ],
  [
    "script",
    row({
      valued:
        "-E --echo -m --logging-format -o --output-limit -I -O -B -T --log-in --log-out --log-io --log-timing",
      scripts: "-c --command",
      flags: "-a -e -f -q -t --append --return --flush --force --quiet --timing",
      operands: 1,
      shell: "always",
      isCarrying: false,
    }),
  ],
  ["scriptreplay", row({ operands: 99 })],
  ["asdf", { global: { valued: new Set() }, subcommands: new Map([["exec", row({})]]) }],
  [
    "mise",
    {
      global: { valued: words("-C --cd"), directory: words("-C --cd"), flags: words("-q -v -y") },
      subcommands: new Map(
        ["exec", "x"].map((name) => [
          name,
          row({ valued: "-j --jobs", scripts: "-c --command", needsDashes: true }),
        ]),
      ),
    },
  ],
  [
    "rtx",
    {
      global: { valued: new Set() },
      subcommands: new Map([["exec", row({ scripts: "-c --command", needsDashes: true })]]),
    },
  ],
  [
    "direnv",
    { global: { valued: new Set() }, subcommands: new Map([["exec", row({ operands: 1 })]]) },
  ],
  [
    "dotenv",
    {
      global: {
        valued: words("-f --file -q --quote -e --export"),
        flags: words("--override --no-override -o"),
      },
      subcommands: new Map([["run", row({ flags: "--override --no-override" })]]),
      fallback: row({}),
    },
  ],
  [
    "dotenvx",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        ["run", row({ valued: "-f --env-file -e --env", flags: "--overload -q" })],
      ]),
    },
  ],
  ["envdir", row({ operands: 1 })],
  ["honcho", PROCFILE_RUNNER],
  ["foreman", PROCFILE_RUNNER],
  [
    "op",
    {
      global: { valued: words("--account --config --session") },
      subcommands: new Map([["run", row({ valued: "--env-file", flags: "--no-masking" })]]),
    },
  ],
  [
    "doppler",
    {
      global: { valued: words("-p --project -c --config -t --token") },
      subcommands: new Map([
        [
          "run",
          row({
            valued: "-p --project -c --config -t --token",
            scripts: "--command",
            flags: "--fallback-only --preserve-env",
          }),
        ],
      ]),
    },
  ],
  [
    "infisical",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        [
          "run",
          row({
            valued: "-e --env --path --projectId --token --domain",
            scripts: "-c --command",
            flags: "--watch",
          }),
        ],
      ]),
    },
  ],
  [
    "aws-vault",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        [
          "exec",
          row({
            valued: "-d --duration -r --region -t --mfa-token --backend",
            flags: "-n -j -s --no-session",
            operands: 1,
          }),
        ],
      ]),
    },
  ],
  [
    "chamber",
    {
      global: { valued: new Set() },
      subcommands: new Map([["exec", row({ operands: 1, needsDashes: true })]]),
    },
  ],
  [
    "sops",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        ["exec-env", row({ operands: 1, isScript: true })],
        ["exec-file", row({ operands: 1, isScript: true })],
      ]),
    },
  ],
  [
    "nix",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        ...["develop", "shell", "print-dev-env", "env"].map((name): [string, Wrapper] => [
          name,
          row({ command: "-c --command", shell: "always" }),
        ]),
        ["run", row({ valued: NIX_VALUED, hasVersions: true })],
      ]),
    },
  ],
  [
    "nix-shell",
    row({
      valued: "-p --packages -I -A --attr -E --arg --argstr -i",
      scripts: "--run --command",
      flags: "--pure",
      operands: 99,
      shell: "always",
    }),
  ],
  [
    "devbox",
    {
      global: { valued: words("-c --config") },
      subcommands: new Map([["run", row({ valued: "-c --config -e --env", flags: "-q --pure" })]]),
    },
  ],
  ["devenv", { global: { valued: new Set() }, subcommands: new Map([["shell", row({})]]) }],
  [
    "npx",
    row({
      valued: "-p --package -w --workspace",
      scripts: "-c --call",
      flags: "-y --yes -q --no --no-install --prefer-offline",
    }),
  ],
  ["bundle", { global: { valued: new Set() }, subcommands: new Map([["exec", row({})]]) }],
  ["retry", row({ valued: "-t --times -d --delay -m --min -x --max --until", isCarrying: false })],
]);
