import { askPython } from "./ask-python.ts";
import { type Asker, askerOf } from "./asked.ts";

/**
 * Google's SDK for Python, for what the one for JavaScript writes otherwise: it sends `{}` with a
 * DELETE, and `force=true` for `force=True`.
 */
export const askGooglePython: Asker = askerOf({
  "DELETE /{}/(cachedContents/{})": (asked, apiVersion, name) =>
    askPython("google-genai delete cache", asked, { apiVersion, name }),
  "DELETE /{}/projects/{}/locations/{}/(cachedContents/{})": (asked, ...parts) => {
    const [apiVersion, project, location, name] = parts;
    return askPython("google-genai delete cache", asked, { apiVersion, project, location, name });
  },
  "DELETE /{}/(fileSearchStores/{})": (asked, apiVersion, name) =>
    askPython("google-genai delete store", asked, { apiVersion, name }),
});
