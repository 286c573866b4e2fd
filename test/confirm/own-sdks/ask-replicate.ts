import Replicate from "replicate";
import { type Asked, type Asker, askerOf } from "./asked.ts";

export const askReplicate: Asker = askerOf({
  "POST /v1/predictions": (asked) => open(asked).predictions.create(asked.body as never),
  "GET /v1/predictions/{}": (asked, id) => open(asked).predictions.get(id),
  "GET /v1/models/{}/{}/versions/{}": (asked, owner, name, version) =>
    open(asked).models.versions.get(owner, name, version),
});

function open({ url }: Asked): Replicate {
  return new Replicate({ auth: "x", baseUrl: `${url}/v1` });
}
