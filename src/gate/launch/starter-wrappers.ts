import { words } from "../words.ts";
import { row } from "./wrapper.ts";
import type { SubcommandWrapper, Wrapper } from "./wrapper.ts";

type Named = readonly [name: string, wrapper: Wrapper | SubcommandWrapper];

/** Programs that wait for something, watch files, queue jobs, or start several commands. */
export const STARTER_WRAPPERS: ReadonlyMap<string, Wrapper | SubcommandWrapper> = new Map<
  string,
  Wrapper | SubcommandWrapper
>([
  ...["concurrently", "conc"].map((name): Named => [
    name,
    row({
      valued:
        "-m --max-processes -n --names --name-separator -s --success -P --prefix -p -c --prefix-colors -l --prefix-length -t --timestamp-format --restart-tries --restart-after --handle-input --default-input-target --cwd --teardown --kill-signal --kill-timeout",
      flags:
        "-r --raw --no-color --hide -g --group --timings -k --kill-others --kill-others-on-fail -i",
      isCarrying: false,
      scriptWords: "each",
    }),
  ]),
  ...["start-server-and-test", "start-test", "server-test", "npm-run-all", "npm-run-all2"].map(
    (name): Named => [name, row({ valued: "--expect", isCarrying: false, scriptWords: "each" })],
  ),
  ...["run-s", "run-p"].map((name): Named => [
    name,
    row({ flags: "-c -l -n -s -r", isCarrying: false, scriptWords: "each" }),
  ]),
  ["cross-env", row({ hasAssignments: true })],
  ["cross-env-shell", row({ hasAssignments: true, isScript: true, isCarrying: false })],
  [
    "env-cmd",
    row({
      valued: "-f --file -e --environments -r --rc-file",
      flags: "--no-override --use-shell -x",
    }),
  ],
  ["onchange", row({ command: "--", isCarrying: false })],
  ...["wait-for-it", "wait-for-it.sh", "wait-for", "wait-for.sh", "wait4ports"].map(
    (name): Named => [name, row({ command: "--", isCarrying: false })],
  ),
  [
    "dockerize",
    row({
      valued:
        "-wait -timeout -wait-retry-interval -wait-http-header -template -stdout -stderr -delims -env -env-section",
      flags: "-no-overwrite -version -poll",
      isSingleDash: true,
      isCarrying: false,
    }),
  ],
  [
    "watchmedo",
    {
      global: { valued: words("") },
      subcommands: new Map([
        [
          "shell-command",
          row({
            scripts: "-c --command",
            valued:
              "-p --patterns --pattern -i --ignore-patterns --ignore-pattern --interval --timeout",
            operands: 99,
            isCarrying: false,
          }),
        ],
        ...["auto-restart", "auto_restart"].map((name): [string, Wrapper] => [
          name,
          row({
            valued:
              "-d --directory --directories -p --patterns --pattern -i --ignore-patterns --ignore-pattern --interval --timeout --signal --kill-after --debounce-interval",
            flags: "-R --recursive -D --ignore-directories -v -q",
            isCarrying: false,
          }),
        ]),
      ]),
    },
  ],
  [
    "watchfiles",
    row({
      valued:
        "--ignore-paths --target-type --filter --args --verbosity --sigint-timeout --grace-period --sigkill-timeout --ignore-permission-denied",
      flags: "--non-recursive --verbose --version",
      scriptWords: "first",
      isCarrying: false,
    }),
  ],
  [
    "reflex",
    row({
      valued:
        "-c --config -d --decoration -g --glob -G --inverse-glob -r --regex -R --inverse-regex --substitute -t --shutdown-timeout",
      flags: "-e --verbose -v --only-files --only-dirs -s --start-service --sequential --all",
      isCarrying: false,
    }),
  ],
  ["modd", row({ operands: 99 })],
  [
    "cargo",
    {
      global: { valued: words("--color --config -Z -C") },
      subcommands: new Map([
        [
          "watch",
          row({
            scripts: "-s --shell",
            valued: "-x --exec -w --watch -i --ignore -d --delay -C --workdir --features -E --env",
            command: "--",
            isCarrying: false,
          }),
        ],
      ]),
    },
  ],
  [
    "mutmut",
    {
      global: { valued: words("") },
      subcommands: new Map([
        [
          "run",
          row({
            scripts: "--runner",
            valued: "--paths-to-mutate --tests-dir",
            operands: 99,
            isCarrying: false,
          }),
        ],
      ]),
    },
  ],
  [
    "setpriv",
    row({
      valued:
        "--reuid --regid --groups --ruid --euid --rgid --egid --inh-caps --ambient-caps --bounding-set --securebits --selinux-label --apparmor-profile --pdeathsig --ptracer --landlock-access --landlock-rule --seccomp-filter",
      flags:
        "--clear-groups --keep-groups --init-groups --nnp --no-new-privs --reset-env -d --dump",
    }),
  ],
  ["capsh", row({ command: "-- ==", through: "bash", isCarrying: false })],
  ["tini", row({ valued: "-p -e", flags: "-s -g -v -w" })],
  ["tini-static", row({ valued: "-p -e", flags: "-s -g -v -w" })],
  ["docker-init", row({ valued: "-p -e", flags: "-s -g -v -w" })],
  ["dumb-init", row({ valued: "-r --rewrite", flags: "-c -v --single-child --verbose" })],
  ["catatonit", row({ flags: "-g" })],
  ["catchsegv", row({})],
  [
    "heaptrack",
    row({ valued: "-o --output -r --record-only", flags: "-d --debug --asan -q --quiet" }),
  ],
  [
    "rr",
    {
      global: { valued: words("") },
      subcommands: new Map([
        ["record", row({ valued: "-o -v -S -c -D -t", flags: "-h -n -w -i -a" })],
      ]),
    },
  ],
  ["eatmydata", row({})],
  ["fakeroot", row({ valued: "-l --lib -s -i -b --faked", flags: "-u", shell: "always" })],
  [
    "fakechroot",
    row({
      valued: "-l --lib -e --environment -c --config-dir -b --bindir -d --elfloader",
      flags: "-s",
    }),
  ],
  ["proot", row({ valued: "-r -b -q -w -v -m", flags: "-0 -k", shell: "always" })],
  [
    "chpst",
    row({ valued: "-u -U -b -e -/ -n -l -L -m -d -o -p -f -c -t", flags: "-v -P -0 -1 -2" }),
  ],
  ["s6-setuidgid", row({ operands: 1 })],
  ["setuidgid", row({ operands: 1 })],
  ["softlimit", row({ valued: "-a -c -d -f -l -m -n -o -p -r -s -t" })],
  ["cgexec", row({ valued: "-g", flags: "--sticky" })],
  ["trickle", row({ valued: "-u -d -w -t -l -n", flags: "-s -v" })],
  ["proxychains", row({ valued: "-f", flags: "-q" })],
  ["proxychains4", row({ valued: "-f", flags: "-q" })],
  ["torsocks", row({ valued: "-u -p -a -P", flags: "-i -q -d" })],
  ["primusrun", row({})],
  ["prime-run", row({})],
  ["daemonize", row({ valued: "-c -e -o -p -l -u -E", flags: "-a -v", isCarrying: false })],
  [
    "start-stop-daemon",
    row({
      program: "-x --exec -a --startas",
      valued:
        "-p --pidfile -n --name -u --user -g --group -c --chuid -r --chroot -s --signal -k --umask -N --nicelevel -P --procsched -I --iosched -R --retry",
      directory: "-d --chdir",
      flags:
        "-S --start -K --stop -T --status -b --background -m --make-pidfile -C --no-close -q --quiet -v --verbose -t --test -o --oknodo -O --output",
      isCarrying: false,
    }),
  ],
  ["sg", row({ operands: 1, scripts: "-c", isScript: true, shell: "always", isCarrying: false })],
  [
    "sem",
    row({
      valued: "-j --jobs --id --semaphore-name --st --semaphore-timeout -P --max-procs",
      flags: "--fg --bg --wait",
      isScript: true,
      isCarrying: false,
    }),
  ],
  [
    "rush",
    row({
      valued:
        "-j --jobs -i --infile -d --delimiter -D --record-delimiter -n --nrecords -r --retries -t --timeout -v --assign",
      flags: "-k --keep-order -c --continue --dry-run",
      scriptWords: "first",
      isCarrying: false,
    }),
  ],
  ["tsp", row({ valued: "-N -L -D -W -O", flags: "-n -g -f -m -d -B -E", isCarrying: false })],
  ["nq", row({ flags: "-c -q -w -t", isCarrying: false })],
  [
    "pueue",
    {
      global: { valued: words("-c --config -p --profile") },
      subcommands: new Map([
        [
          "add",
          row({
            valued:
              "-w --working-directory -d --delay -g --group -a --after -o --priority -l --label",
            flags: "-i --immediate -s --stashed -p --print-task-id -e --escape -f --follow",
            isScript: true,
            isCarrying: false,
          }),
        ],
      ]),
    },
  ],
  [
    "sbatch",
    row({
      scripts: "--wrap",
      valued: "-p -t -J -A -n -N -c -o -e -D --partition --time --mem",
      operands: 99,
      isCarrying: false,
    }),
  ],
  [
    "salloc",
    row({
      valued: "-p -t -J -A -n -N -c --partition --time --mem --gres",
      shell: "always",
      isCarrying: false,
    }),
  ],
  ["hunter-trace", row({ isPython: true })],
  [
    "fil-profile",
    { global: { valued: words("-o") }, subcommands: new Map([["run", row({ isPython: true })]]) },
  ],
  [
    "slipcover",
    row({
      valued: "--source --omit --fail-under --threshold --missing-width --out",
      flags: "--branch --json --pretty-print --xml --immediate --skip-covered --dis",
      isPython: true,
    }),
  ],
  [
    "pyinstrument",
    row({
      valued:
        "-o --outfile -i --interval -r --renderer -t -p --render-option --load --load-prev --from-path --hide --hide-regex --show --show-regex --use-timing-thread -c",
      flags: "--show-all --unicode --no-unicode --color --no-color --timeline",
      isPython: true,
    }),
  ],
]);
