import type { AwsCredentials } from "../gateway/aws-signature.ts";

/**
 * The AWS keys of an environment, as AWS's SDKs read them first of all.
 *
 * @returns `undefined` where one of the two is missing: a profile or a role is not looked up.
 */
export function readAwsCredentials(
  environment: Readonly<Record<string, string | undefined>>,
): AwsCredentials | undefined {
  const value = (name: string): string => environment[name]?.trim() ?? "";
  const accessKeyId = value("AWS_ACCESS_KEY_ID");
  const secretAccessKey = value("AWS_SECRET_ACCESS_KEY");
  const sessionToken = value("AWS_SESSION_TOKEN");
  if (accessKeyId === "" || secretAccessKey === "") return undefined;
  return { accessKeyId, secretAccessKey, ...(sessionToken === "" ? {} : { sessionToken }) };
}
