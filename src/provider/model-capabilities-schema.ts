import { z } from "zod";
import { frozen } from "./frozen.ts";
import type { ModelCapabilities } from "./model-capabilities.ts";

export const modelCapabilitiesSchema: z.ZodType<ModelCapabilities> = frozen(
  z
    .strictObject({
      model: z.string().min(1),
      provider: z.string().min(1),
      contextTokensMax: z.int().positive(),
      outputTokensMax: z.int().positive(),
      supportsTools: z.boolean(),
      supportsVision: z.boolean(),
      supportsStreaming: z.boolean(),
      supportsStreamingToolCalls: z.boolean(),
      supportsSystemMessages: z.boolean(),
      inputCostPer1k: z.number().nonnegative().optional(),
      outputCostPer1k: z.number().nonnegative().optional(),
    })
    .refine((model) => model.outputTokensMax <= model.contextTokensMax, {
      path: ["outputTokensMax"],
      message: "cannot be above contextTokensMax",
    })
    .refine(
      (model) =>
        !model.supportsStreamingToolCalls || (model.supportsTools && model.supportsStreaming),
      {
        path: ["supportsStreamingToolCalls"],
        message: "needs supportsTools and supportsStreaming",
      },
    ),
);
