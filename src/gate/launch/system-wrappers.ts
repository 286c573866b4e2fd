import { row } from "./wrapper.ts";
import type { SubcommandWrapper, Wrapper } from "./wrapper.ts";

/** Programs that change how one process runs: its time, its priority, its user, its display. */
export const SYSTEM_WRAPPERS: ReadonlyMap<string, Wrapper | SubcommandWrapper> = new Map<
  string,
  Wrapper | SubcommandWrapper
>([
  [
    "time",
    row({
      valued: "-f --format -o --output",
      flags: "-p -v -a -q --portability --verbose --append --quiet -l -h",
    }),
  ],
  ["gtime", row({ valued: "-f --format -o --output", flags: "-p -v -a -q" })],
  [
    "timeout",
    row({
      valued: "-k --kill-after -s --signal",
      flags: "--foreground --preserve-status -v --verbose -p -f",
      operands: 1,
    }),
  ],
  [
    "gtimeout",
    row({
      valued: "-k --kill-after -s --signal",
      flags: "--foreground --preserve-status -v --verbose",
      operands: 1,
    }),
  ],
  ["nice", row({ valued: "-n --adjustment", flags: "-0 -1 -2 -3 -4 -5 -6 -7 -8 -9" })],
  ["ionice", row({ valued: "-c --class -n --classdata", flags: "-t --ignore" })],
  [
    "chrt",
    row({
      valued: "-T --sched-runtime -P --sched-period -D --sched-deadline",
      flags: "-b -d -f -i -o -r -R -v --batch --deadline --fifo --idle --other --rr --verbose",
      operands: 1,
    }),
  ],
  ["taskset", row({ flags: "-a -c --all-tasks --cpu-list", operands: 1 })],
  [
    "numactl",
    row({
      valued: "-i --interleave -p --preferred -m --membind -N --cpunodebind -C --physcpubind -P",
      flags: "-l --localalloc -a --all",
    }),
  ],
  ["prlimit", row({ flags: "--verbose --noheadings --raw" })],
  ["nohup", row({})],
  ["setsid", row({ flags: "-c -f -w --ctty --fork --wait" })],
  [
    "setarch",
    row({ flags: "-R -v -B -F -I -L -S -T -X -Z -3 --addr-no-randomize", shell: "always" }),
  ],
  ["stdbuf", row({ valued: "-i --input -o --output -e --error" })],
  ["unbuffer", row({ flags: "-p" })],
  ["caffeinate", row({ valued: "-t -w", flags: "-d -i -m -s -u" })],
  ["systemd-inhibit", row({ valued: "--what --who --why --mode", flags: "--list --no-pager" })],
  ["chronic", row({ flags: "-v -e" })],
  ["faketime", row({ valued: "-f", flags: "-m --exclude-monotonic", operands: 1 })],
  [
    "cpulimit",
    row({
      valued: "-l --limit -p --pid -e --exe -P --path -c --cpu",
      flags: "-v -z -i -m --foreground -f",
    }),
  ],
  ["firejail", row({ flags: "--quiet --noprofile --net=none" })],
  [
    "unshare",
    row({
      valued: "--setuid --setgid -S -G",
      shell: "always",
      directory: "-w --wd",
      flags:
        "-m -u -i -n -p -U -C -T -f -r -c --fork --mount --net --pid --user --map-root-user --mount-proc",
    }),
  ],
  [
    "sudo",
    row({
      valued:
        "-u --user -g --group -h --host -p --prompt -C --close-from -T --command-timeout -r --role -t --type -R --chroot -U --other-user",
      directory: "-D --chdir",
      flags:
        "-A -b -B -E -e -H -K -k -l -n -N -P -S -V -v --preserve-env --set-home --non-interactive --stdin --background --askpass --preserve-groups --reset-timestamp",
      shell: "-i -s --login --shell",
      hasAssignments: true,
      isCarrying: false,
    }),
  ],
  ["doas", row({ valued: "-u -C -a", flags: "-n -L", shell: "-s", isCarrying: false })],
  [
    "pkexec",
    row({ valued: "--user", flags: "--disable-internal-agent --keep-cwd", isCarrying: false }),
  ],
  ["gosu", row({ operands: 1 })],
  ["su-exec", row({ operands: 1 })],
  [
    "xvfb-run",
    row({
      valued:
        "-e --error-file -f --auth-file -n --server-num -p --xauth-protocol -s --server-args -w --wait",
      flags: "-a --auto-servernum -l --listen-tcp",
    }),
  ],
  ["xvfb-run-safe", row({ valued: "-s --server-args", flags: "-a" })],
  ["wlheadless-run", row({ valued: "-c" })],
  ["dbus-run-session", row({ valued: "--config-file --dbus-daemon" })],
  [
    "dbus-launch",
    row({ valued: "--config-file", flags: "--exit-with-session --sh-syntax --csh-syntax" }),
  ],
  [
    "aa-exec",
    row({ valued: "-p --profile -n --namespace", flags: "-i -d -v --immediate --debug --verbose" }),
  ],
  ["ssh-agent", row({ valued: "-a -E -P -t", flags: "-c -d -D -k -s" })],
  [
    "flock",
    row({
      valued: "-w --timeout --wait -E --conflict-exit-code",
      scripts: "-c --command",
      flags:
        "-e -x -s -u -n -o -F --exclusive --shared --unlock --nonblock --nb --close --no-fork --verbose",
      operands: 1,
    }),
  ],
  ["busybox", row({})],
  ["toybox", row({})],
  ["arch", row({ flags: "-arm64 -x86_64 -i386", isSingleDash: true })],
]);
