import { shortDigest } from "../../../cassette/test-scope.ts";

/** As the gateway takes them. */
const WORKER_LENGTH_MAX = 64;

/** Name of a project as that of a worker; two projects never get the same. */
export function workerName(project: string): string {
  const plain = project.replaceAll(/[^\w-]/gu, "_");
  if (plain === project && plain.length <= WORKER_LENGTH_MAX) return plain;
  const digest = shortDigest(project);
  return `${plain.slice(0, WORKER_LENGTH_MAX - digest.length - 1)}-${digest}`;
}
