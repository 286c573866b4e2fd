import { words } from "../words.ts";
import { row } from "./wrapper.ts";
import type { SubcommandWrapper, Wrapper } from "./wrapper.ts";

const DOCKER_RUN =
  "-e --env --env-file -v --volume -p --publish -u --user --name -h --hostname --network --net -m --memory --cpus -l --label --mount --platform --add-host --device --dns --ip --link --log-driver --log-opt --pid --restart --shm-size --tmpfs --ulimit -a --attach -c --cpu-shares --cpuset-cpus --gpus --pull --runtime --security-opt --stop-signal --cap-add --cap-drop --cidfile --ipc --volumes-from --userns --uts --expose --group-add --health-cmd --isolation --label-file --detach-keys --arch --os --pod --secret --index --scale --publish-all";
const DOCKER_FLAGS =
  "-i -t -d --rm -it --interactive --tty --detach --init --privileged --read-only -P -T --no-TTY --no-deps --build --quiet -q --service-ports --use-aliases --no-healthcheck --oom-kill-disable --sig-proxy --quiet-pull --remove-orphans";
const DOCKER_GLOBAL = words(
  "-H --host --context -c --config -l --log-level --tlscacert --tlscert --tlskey",
);
const COMPOSE_GLOBAL = words(
  "-f --file -p --project-name --profile --env-file --project-directory --ansi --parallel --progress",
);

const inContainer = (valued: string, program?: string): Wrapper =>
  row({
    valued,
    ...(program === undefined ? {} : { program }),
    flags: DOCKER_FLAGS,
    directory: "-w --workdir",
    operands: 1,
    isStrict: true,
    isCarrying: false,
    isElsewhere: true,
  });
const started = inContainer(DOCKER_RUN, "--entrypoint");
const compose: SubcommandWrapper = {
  global: { valued: COMPOSE_GLOBAL },
  subcommands: new Map([
    ["run", started],
    ["exec", inContainer("-e --env --index -u --user")],
  ]),
};
const docker: SubcommandWrapper = {
  global: { valued: DOCKER_GLOBAL, flags: words("-D --debug --tls --tlsverify") },
  subcommands: new Map<string, Wrapper | SubcommandWrapper>([
    ["run", started],
    ["create", started],
    ["exec", inContainer("-e --env --env-file -u --user --detach-keys")],
    [
      "container",
      {
        global: { valued: new Set() },
        subcommands: new Map([
          ["run", started],
          ["exec", inContainer("-e --env --env-file -u --user --detach-keys")],
        ]),
      },
    ],
    ["compose", compose],
  ]),
};

/** Programs that run a command elsewhere: in a container, on another host, in another terminal. */
export const REMOTE_WRAPPERS: ReadonlyMap<string, Wrapper | SubcommandWrapper> = new Map<
  string,
  Wrapper | SubcommandWrapper
>([
  [
    "systemd-run",
    row({
      valued:
        "-p --property -u --unit --uid --gid --nice -E --setenv --slice -M --machine -H --host --description --service-type --on-active",
      directory: "--working-directory",
      flags:
        "--user --system --scope -t --pty -P --pipe -q --quiet --wait -G --collect -d --same-dir --no-block --remain-after-exit",
      shell: "-S --shell",
      isCarrying: false,
    }),
  ],
  [
    "nsenter",
    row({
      valued: "-t --target -S -G --setuid --setgid",
      flags: "-m -u -i -n -p -U -C -a -F --mount --net --pid --all",
      shell: "always",
      isCarrying: false,
      isElsewhere: true,
    }),
  ],
  [
    "chroot",
    row({
      valued: "--userspec --groups",
      flags: "--skip-chdir",
      operands: 1,
      shell: "always",
      isElsewhere: true,
    }),
  ],
  ["bwrap", row({ isCarrying: false, valued: "--chdir --setenv --unsetenv" })],
  [
    "ssh",
    row({
      valued: "-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -P -p -Q -R -S -W -w",
      flags: "-4 -6 -A -a -C -f -G -g -K -k -M -N -n -q -s -T -t -V -v -X -x -Y -y",
      operands: 1,
      isScript: true,
      shell: "always",
      isCarrying: false,
      isElsewhere: true,
    }),
  ],
  [
    "mosh",
    row({
      valued: "-p --port --ssh --predict",
      operands: 1,
      isScript: true,
      isCarrying: false,
      isElsewhere: true,
    }),
  ],
  [
    "vagrant",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        [
          "ssh",
          row({
            scripts: "-c --command",
            shell: "always",
            isCarrying: false,
            operands: 99,
            isElsewhere: true,
          }),
        ],
      ]),
    },
  ],
  [
    "tmux",
    {
      global: { valued: words("-c -f -L -S -T"), flags: words("-2 -C -D -l -N -u -v") },
      subcommands: new Map(
        [
          "new",
          "new-session",
          "neww",
          "new-window",
          "splitw",
          "split-window",
          "respawn-pane",
          "respawnp",
          "run",
          "run-shell",
          "if-shell",
          "popup",
          "display-popup",
          "pipe-pane",
          "send-keys",
          "send",
        ].map((name) => [
          name,
          row({
            valued: "-e -F -f -n -s -t -x -y -l -T",
            directory: "-c",
            flags: "-A -d -D -E -P -X -b -h -v -I -Z -k -a",
            isCarrying: false,
            isScript: true,
          }),
        ]),
      ),
      fallback: row({ isCarrying: false, isScript: true }),
    },
  ],
  [
    "kubectl",
    {
      global: {
        valued: words("-n --namespace --context --cluster --kubeconfig -s --server --user"),
        flags: words(""),
      },
      subcommands: new Map([
        [
          "exec",
          row({
            valued: "-c --container -f --filename --pod-running-timeout -n --namespace --context",
            flags: "-i -t -it -q --stdin --tty --quiet",
            operands: 1,
            isCarrying: false,
            isElsewhere: true,
          }),
        ],
        [
          "run",
          row({
            valued: "--image -n --namespace --restart -l --labels --env --port --overrides",
            flags: "-i -t -it --rm --attach --stdin --tty --command -q --quiet",
            operands: 1,
            isCarrying: false,
            isElsewhere: true,
          }),
        ],
        [
          "debug",
          row({
            valued: "--image -c --container -n --namespace --target",
            flags: "-i -t -it",
            operands: 1,
            isCarrying: false,
            isElsewhere: true,
          }),
        ],
      ]),
    },
  ],
  [
    "oc",
    {
      global: { valued: words("-n --namespace --context") },
      subcommands: new Map([
        [
          "exec",
          row({
            valued: "-c --container -n --namespace",
            flags: "-i -t -it",
            operands: 1,
            isCarrying: false,
            isElsewhere: true,
          }),
        ],
        [
          "rsh",
          row({
            valued: "-c --container --shell",
            operands: 1,
            shell: "always",
            isCarrying: false,
            isElsewhere: true,
          }),
        ],
      ]),
    },
  ],
  ["docker", docker],
  ["podman", docker],
  ["nerdctl", docker],
  ["docker-compose", compose],
  ["podman-compose", compose],
  [
    "devcontainer",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        [
          "exec",
          row({
            valued: "--workspace-folder --container-id --config --remote-env",
            isCarrying: false,
            isElsewhere: true,
          }),
        ],
      ]),
    },
  ],
  [
    "mpirun",
    row({
      valued: "-n -np -c -H --host --hostfile",
      flags: "--oversubscribe --allow-run-as-root",
      isCarrying: false,
    }),
  ],
  ["mpiexec", row({ valued: "-n -np -c -H --host", isCarrying: false })],
  [
    "srun",
    row({
      valued: "-n -N -c -p -t -J -A --ntasks --partition --time --mem --gres",
      isCarrying: false,
    }),
  ],
  [
    "wsl",
    row({
      valued: "-d -u",
      directory: "--cd",
      flags: "-e --exec",
      shell: "always",
      isCarrying: false,
    }),
  ],
  [
    "distrobox",
    {
      global: { valued: new Set() },
      subcommands: new Map([
        [
          "enter",
          row({ valued: "-n --name", command: "-- -e", shell: "always", isCarrying: false }),
        ],
      ]),
    },
  ],
  [
    "toolbox",
    {
      global: { valued: new Set() },
      subcommands: new Map([["run", row({ valued: "-c --container -d -r" })]]),
    },
  ],
]);
