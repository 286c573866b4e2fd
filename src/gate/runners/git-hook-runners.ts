import { absolutePath } from "../posix-path.ts";
import { hasOption, readCommandLine, valuesOf } from "./command-line.ts";
import { findUpwards, NOTHING, textOf, toLookup, toOpaque, type RunnerCall } from "./runner.ts";
import type { RunnerLookup, RunnerScript } from "./runner-lookup.ts";
import { quoteText, unknownText } from "./shell-text.ts";
import { parseYaml } from "./yaml-document.ts";
import { asMap, isMap, listOf, type YamlValue } from "./yaml-value.ts";

/** Groups of jobs stand in each other this deep. */
const DEPTH_MAX = 16;

/** pre-commit's own hooks (`entry` of a local repository). Source: pre-commit.com. */
export function lookUpPreCommit(call: RunnerCall): RunnerLookup {
  const line = readCommandLine(call.args, {
    withValue: ["-c", "--config", "--hook-stage", "--from-ref", "--to-ref", "--color", "--files"],
  });
  const [verb, ...chosen] = line.operands;
  // Without a verb it is `run`.
  const name = verb === undefined ? "run" : textOf(verb);
  if (hasOption(line, "-h", "--help", "-V", "--version")) return NOTHING;
  if (name !== "run" && name !== "try-repo") return NOTHING;
  const file = textOf(valuesOf(line, "-c", "--config").at(-1)) ?? ".pre-commit-config.yaml";
  const found = findUpwards(call.cwd, [file], call.files);
  if (found.kind === "absent") return NOTHING;
  const document = found.kind === "text" ? parseYaml(found.text) : undefined;
  if (found.kind === "unreadable" || !isMap(document)) return toOpaque(found.path, call);
  const wanted = chosen.slice(0, 1).map(textOf);
  const stages = valuesOf(line, "--hook-stage").map(textOf);
  const stage = stages.length === 0 ? "pre-commit" : stages.at(-1);
  const hooks = listOf(document["repos"]).flatMap((repo) =>
    listOf(asMap(repo)["hooks"]).map(asMap),
  );
  return toLookup(
    hooks.flatMap((hook) => {
      const { id, entry, alias } = hook;
      if (typeof entry !== "string" || typeof id !== "string") return [];
      const isChosen =
        wanted.length === 0 ||
        wanted.includes(undefined) ||
        wanted.includes(id) ||
        (typeof alias === "string" && wanted.includes(alias));
      if (!isChosen || !isOfStage(listOf(hook["stages"]), stage)) return [];
      const args = listOf(hook["args"]).filter((word) => typeof word === "string");
      // The changed files come last, unless the hook wants none.
      const files = hook["pass_filenames"] === "false" ? [] : [unknownText(true)];
      const text = [entry, ...args.map(quoteText), ...files].join(" ");
      return [{ text, cwd: found.folder, origin: `pre-commit hook ${id}`, environment: new Map() }];
    }),
  );
}

/** Whether a hook runs at a stage, under its older name too. */
function isOfStage(stages: readonly YamlValue[], stage: string | undefined): boolean {
  if (stages.length === 0 || stage === undefined) return true;
  return (
    stages.includes(stage) || stages.includes(stage.replace(/^pre-(?=commit$|push$|merge)/, ""))
  );
}

/** Lefthook's `run HOOK`. Source: lefthook.dev, "Configuration". */
export function lookUpLefthook(call: RunnerCall): RunnerLookup {
  const line = readCommandLine(call.args, {
    withValue: [
      "--commands",
      "--command",
      "--jobs",
      "--job",
      "--tag",
      "--file",
      "--files-from-stdin",
    ],
  });
  const [verb, hook] = line.operands;
  if (textOf(verb) !== "run" || hook === undefined) return NOTHING;
  const found = findUpwards(
    call.cwd,
    ["lefthook.yml", "lefthook.yaml", ".lefthook.yml", ".lefthook.yaml", ".config/lefthook.yml"],
    call.files,
  );
  if (found.kind === "absent") return NOTHING;
  const document = found.kind === "text" ? parseYaml(found.text) : undefined;
  if (found.kind === "unreadable" || !isMap(document)) return toOpaque(found.path, call);
  const name = textOf(hook);
  const hooks = name === undefined ? Object.values(document) : [document[name] ?? ""];
  const root = call.files.root;
  return toLookup(hooks.flatMap((value) => jobsOf(value, root, 0)));
}

function jobsOf(value: YamlValue, root: string, depth: number): readonly RunnerScript[] {
  if (depth > DEPTH_MAX) return [];
  const { commands, jobs, group, run, script, root: moved, name, env } = asMap(value);
  const nested = [
    ...Object.values(asMap(commands)),
    ...listOf(jobs),
    ...(group === undefined ? [] : [group]),
  ].flatMap((job) => jobsOf(job, root, depth + 1));
  const text =
    typeof run === "string"
      ? run
      : typeof script === "string"
        ? `sh .lefthook/*/${quoteText(script)}`
        : undefined;
  if (text === undefined) return nested;
  const environment = new Map(
    Object.entries(asMap(env)).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
  return [
    ...nested,
    {
      // `{staged_files}` and its kin are names of files.
      text: text.replaceAll(/\{[\w ]+\}/g, unknownText(true)),
      cwd: typeof moved === "string" ? absolutePath(root, moved) : root,
      origin: typeof name === "string" ? `lefthook job ${name}` : "lefthook job",
      environment,
    },
  ];
}
