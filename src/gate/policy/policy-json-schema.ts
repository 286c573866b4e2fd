import * as z from "zod/mini";
import { policySchema } from "./policy-schema.ts";

/** The schema's name: it is shipped as a file and read from there, not from an address. */
const SCHEMA_ID = "urn:tapegate:schema:tapegate.json";

/**
 * The JSON Schema of `tapegate.json`, as editors use it: the gate's part in full. Other members of
 * the file belong to other parts of Tapegate and are left open here.
 */
export function policyJsonSchema(): Record<string, unknown> {
  const { $schema, ...gate } = z.toJSONSchema(policySchema, { target: "draft-7", io: "input" });
  return {
    $schema,
    $id: SCHEMA_ID,
    title: "tapegate.json",
    type: "object",
    properties: {
      $schema: { type: "string" },
      gate: { ...gate, description: "What the gate sanctions: see docs/gate-policy.md." },
    },
  };
}
