import { existsSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { DEFAULT_POLICY, type Policy, type PolicyFault } from "../gate/policy/policy.ts";
import { isObject, parseJson, type JsonObject } from "./payload.ts";
import { isWithin, readFileText } from "./working-tree.ts";

/** The gate's part of a policy file, not validated yet. */
export type PolicySource =
  | { readonly kind: "absent" }
  | {
      readonly kind: "members";
      readonly file: string;
      readonly place: string;
      readonly value: unknown;
    }
  | { readonly kind: "fault"; readonly fault: PolicyFault };

const TAPEGATE_FILE = "tapegate.json";
const PACKAGE_FILE = "package.json";
/** Members of tapegate.json that other parts of Tapegate read. */
const OTHER_MEMBERS: readonly string[] = ["$schema", "cassettes", "normalisers", "providers"];

/** Finds the policy at the repository's root: `gate` in tapegate.json, else `tapegate.gate` in package.json. */
export function findPolicySource(root: string): PolicySource {
  const own = readTapegateFile(root);
  if (own.kind === "fault") return own;
  const packaged = readPackageFile(root);
  if (own.kind === "absent") return packaged;
  if (packaged.kind === "absent") return own;
  return toFault(
    TAPEGATE_FILE,
    `gate: Cannot tell which policy holds: ${PACKAGE_FILE} has one too (tapegate.gate). Remove one of the two`,
  );
}

/** Whether the policy may judge programs that the look at a command's text does not know. */
export function mayNameRunners(source: PolicySource): boolean {
  return (
    source.kind === "members" && isObject(source.value) && Object.hasOwn(source.value, "runners")
  );
}

/** The policy that holds. The schema is loaded only where there is a file to check. */
export async function loadPolicy(source: PolicySource): Promise<Policy> {
  if (source.kind === "absent") return DEFAULT_POLICY;
  if (source.kind === "fault") return { ...DEFAULT_POLICY, fault: source.fault };
  const { readPolicy } = await import("../gate/policy/read-policy.ts");
  const reading = readPolicy(source.value, source.place);
  if (reading.kind === "policy") return reading.policy;
  return { ...DEFAULT_POLICY, fault: { file: source.file, problems: reading.problems } };
}

function readTapegateFile(root: string): PolicySource {
  const reading = readObject(root, TAPEGATE_FILE);
  if (reading.kind !== "object") return reading;
  const { gate, ...others } = reading.object;
  const misplaced = Object.keys(others).filter((member) => Object.hasOwn(DEFAULT_POLICY, member));
  if (misplaced.length > 0) {
    return toFault(
      TAPEGATE_FILE,
      `${misplaced.join(", ")}: Cannot read the gate's policy beside "gate": put it inside, as {"gate": {"${misplaced[0]}": …}}`,
    );
  }
  // A policy under a name that is nearly "gate" would be no policy, and nobody would know.
  const unknown = Object.keys(others).filter((member) => !OTHER_MEMBERS.includes(member));
  if (unknown.length > 0) {
    return toFault(
      TAPEGATE_FILE,
      `${unknown.join(", ")}: Cannot tell what this is for: known are ${[...OTHER_MEMBERS, "gate"].join(", ")}`,
    );
  }
  if (gate === undefined) return { kind: "absent" };
  return { kind: "members", file: TAPEGATE_FILE, place: "gate", value: gate };
}

function readPackageFile(root: string): PolicySource {
  const reading = readObject(root, PACKAGE_FILE, '"tapegate"');
  if (reading.kind !== "object") return reading;
  const own = reading.object["tapegate"];
  if (own === undefined) return { kind: "absent" };
  if (!isObject(own)) return toFault(PACKAGE_FILE, "tapegate: Expected an object");
  if (own["gate"] === undefined) return { kind: "absent" };
  return { kind: "members", file: PACKAGE_FILE, place: "tapegate.gate", value: own["gate"] };
}

type ObjectReading =
  | { readonly kind: "object"; readonly object: JsonObject }
  | Exclude<PolicySource, { kind: "members" }>;

/** `needle`: a text without which the file cannot hold a policy, whatever else is wrong with it. */
function readObject(root: string, file: string, needle = ""): ObjectReading {
  const path = join(root, file);
  if (!existsSync(path) && !isLink(path)) return { kind: "absent" };
  const text = readInside(path, root);
  if (text === undefined) {
    return needle === ""
      ? toFault(
          file,
          "Cannot read it: it is no regular file inside the repository, is larger than 256 KiB, or its permissions forbid it",
        )
      : { kind: "absent" };
  }
  if (!text.includes(needle)) return { kind: "absent" };
  const value = parseJson(text.replace(/^\uFEFF/, ""));
  if (value === undefined) return toFault(file, "Cannot parse it: it is not JSON");
  if (!isObject(value)) return toFault(file, "Expected a JSON object");
  return { kind: "object", object: value };
}

/** Whether a link stands there, even one to nothing. */
function isLink(path: string): boolean {
  try {
    return readlinkSync(path) !== "";
  } catch {
    return false;
  }
}

function readInside(path: string, root: string): string | undefined {
  try {
    const real = realpathSync.native(path);
    return isWithin(real, realpathSync.native(root)) ? readFileText(real) : undefined;
  } catch {
    return undefined;
  }
}

function toFault(
  file: string,
  problem: string,
): { readonly kind: "fault"; readonly fault: PolicyFault } {
  return { kind: "fault", fault: { file, problems: [problem] } };
}
