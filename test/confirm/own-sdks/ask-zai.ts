import { askPython } from "./ask-python.ts";
import { type Asker, askerOf, variable } from "./asked.ts";

/** Z.ai's SDK, which there is for Python only. */
export const askZai: Asker = askerOf({
  "POST /api/paas/v4/chat/completions": (asked) => {
    variable(asked, "ZAI_BASE_URL");
    return askPython("zai-sdk chat", asked);
  },
});
