import { words } from "../words.ts";
import { row } from "./wrapper.ts";
import type { Row, SubcommandWrapper, Wrapper } from "./wrapper.ts";

type Named = readonly [name: string, wrapper: Wrapper | SubcommandWrapper];

/** A program whose only subcommands of interest run a command elsewhere. */
function under(
  program: string,
  subcommands: Readonly<Record<string, Row | SubcommandWrapper>>,
  global = "",
): Named {
  const entries = Object.entries(subcommands).map(
    ([name, how]) => [name, "subcommands" in how ? how : elsewhere(how)] as const,
  );
  return [program, { global: { valued: words(global) }, subcommands: new Map(entries) }];
}

const elsewhere = (how: Row): Wrapper => row({ isCarrying: false, isElsewhere: true, ...how });
const nested = (name: string, how: Row): SubcommandWrapper => ({
  global: { valued: words("") },
  subcommands: new Map([[name, elsewhere(how)]]),
});

/** Containers, virtual machines, clusters and hosts that run a command of the line. */
export const HOST_WRAPPERS: ReadonlyMap<string, Wrapper | SubcommandWrapper> = new Map<
  string,
  Wrapper | SubcommandWrapper
>([
  ...["singularity", "apptainer"].map((name) =>
    under(name, {
      exec: {
        valued: "-B --bind -H --home --pwd -W --workdir --env --env-file -S --scratch -o --overlay",
        operands: 1,
      },
      // What is behind an image is for its run script, which most often runs it.
      run: { valued: "-B --bind -H --home --pwd --env", operands: 1 },
      shell: { valued: "-B --bind -H --home --pwd -s --shell", operands: 1, shell: "always" },
    }),
  ),
  ...["lxc", "incus"].map((name) =>
    under(
      name,
      { exec: { valued: "--env --user --group --cwd --mode", operands: 1 } },
      "--project",
    ),
  ),
  ["lxc-attach", elsewhere({ valued: "-n --name -P --lxcpath -v --set-var", shell: "always" })],
  under("pct", { exec: { operands: 1 } }),
  under("multipass", {
    exec: { valued: "-d --working-directory", flags: "-n", operands: 1 },
    shell: { operands: 1, shell: "always" },
  }),
  under("limactl", { shell: { valued: "--workdir --shell", operands: 1, shell: "always" } }),
  ["lima", elsewhere({ valued: "--workdir", shell: "always" })],
  under("colima", { ssh: { valued: "-p --profile", shell: "always" } }),
  under("minikube", { ssh: { valued: "-n --node -p --profile", isScript: true, shell: "always" } }),
  under("machinectl", {
    shell: { valued: "-E --setenv --uid -M --machine", operands: 1, shell: "always" },
  }),
  under("crictl", { exec: { flags: "-i -t -s -it", valued: "--timeout", operands: 1 } }),
  under("nomad", {
    alloc: nested("exec", { valued: "-task -i -t", operands: 1, isSingleDash: true }),
    exec: { valued: "-task", operands: 1, isSingleDash: true },
  }),
  under("flatpak", {
    run: {
      valued: "--branch --arch --cwd --env --filesystem --share --socket",
      program: "--command",
      operands: 1,
    },
  }),
  ["flatpak-spawn", elsewhere({ flags: "--host --clear-env" })],
  under("snap", { run: { flags: "--shell", operands: 1, shell: "--shell" } }),
  under("zellij", {
    run: { valued: "-n --name --cwd -d --direction --height --width -x -y", flags: "-c -f -i -s" },
  }),
  under("wezterm", { start: { valued: "--cwd --class --workspace" } }),
  ...["xterm", "konsole", "alacritty", "urxvt", "foot", "xfce4-terminal", "st"].map(
    (name): Named => [name, elsewhere({ command: "-e -x --execute --command" })],
  ),
  ...["gnome-terminal", "ptyxis", "kgx"].map((name): Named => [
    name,
    elsewhere({ command: "--", scripts: "-e --command" }),
  ]),
  ["dtach", elsewhere({ flags: "-n -c -A -N -z -E", operands: 1 })],
  ["abduco", elsewhere({ flags: "-n -c -A -f -r", valued: "-e", operands: 1 })],
  under("heroku", { run: { valued: "-a --app -s --size -e --env -r --remote", flags: "-x" } }),
  under("railway", { run: { valued: "-s --service -e --environment -p --project" } }),
  ...["fly", "flyctl"].map((name) =>
    under(name, {
      ssh: nested("console", { scripts: "-C --command", valued: "-a --app", operands: 99 }),
      machine: nested("exec", { valued: "-a --app", operands: 1, isScript: true }),
    }),
  ),
  under(
    "gcloud",
    {
      compute: nested("ssh", {
        scripts: "--command",
        valued: "--zone --project --ssh-flag --ssh-key-file",
        command: "--",
        shell: "always",
      }),
    },
    "--project --account --configuration",
  ),
  under(
    "aws",
    {
      ecs: nested("execute-command", {
        scripts: "--command",
        valued: "--cluster --task --container",
        operands: 99,
      }),
    },
    "--profile --region --output",
  ),
  under("cf", { ssh: { valued: "-i -L", scripts: "-c --command", operands: 99 } }),
  under("eb", { ssh: { valued: "-n --number", scripts: "-c --command", operands: 99 } }),
  under("tsh", { ssh: { valued: "-l --login -p --port --proxy", operands: 1, isScript: true } }),
  under("ddev", { exec: { valued: "-s --service -d --dir", isScript: true } }),
  ["sshpass", row({ valued: "-p -f -d -P", flags: "-e -v", isCarrying: false })],
  [
    "autossh",
    elsewhere({
      valued: "-M -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -R -S -W -w",
      flags: "-4 -6 -A -a -C -f -G -g -K -k -N -n -q -s -T -t -V -v -X -x -Y -y",
      operands: 1,
      isScript: true,
      shell: "always",
    }),
  ],
  [
    "plink",
    elsewhere({ valued: "-P -l -pw -i -load", isSingleDash: true, operands: 1, isScript: true }),
  ],
  ["pdsh", elsewhere({ valued: "-w -x -f -l -t -u -R -g", isScript: true })],
  ["clush", elsewhere({ valued: "-w -x -g -f -l -t -u", flags: "-a -b -B -q", isScript: true })],
  [
    "ansible",
    elsewhere({
      scripts: "-a --args",
      valued: "-m --module-name -i --inventory -u -e -l",
      operands: 99,
    }),
  ],
  ["parallel-ssh", elsewhere({ valued: "-h -H -l -p -t", isScript: true })],
  under("adb", { shell: { isScript: true, shell: "always" } }, "-s -t -H -P -L"),
  ["guix", guix()],
]);

/** `guix shell package… -- command`, `guix environment`. */
function guix(): SubcommandWrapper {
  const how = row({
    command: "--",
    valued: "-m --manifest -f --file -e --expression -p --profile",
  });
  return {
    global: { valued: words("") },
    subcommands: new Map([
      ["shell", how],
      ["environment", how],
    ]),
  };
}
