import { scopePath } from "../../cassette/scope-path.ts";
import type { ScopeTally } from "../../cassette/session.ts";
import type { Interaction } from "../../cassette/values.ts";
import { toConversation } from "../conversation/conversation.ts";
import type { Turn } from "../conversation/turn.ts";
import { escapeHtml } from "../escape-markdown.ts";
import { counted, shortened } from "../text.ts";

const TURN_CHARACTERS_MAX = 8000;
const INTERACTIONS_SHOWN_MAX = 200;

/**
 * One scope: its verdict, its file below the cassettes' directory (the page is read on other machines), and its recorded
 * conversations; of `unusedKeys` each is `<lane> <key>` of a recording that went unused.
 */
export function scopeEntry(
  tally: ScopeTally,
  interactions: readonly Interaction[],
  unusedKeys: ReadonlySet<string>,
): string {
  const shown = interactions.slice(0, INTERACTIONS_SHOWN_MAX);
  const rest = interactions.length - shown.length;
  return `<details data-entry="scope" data-verdict="${escapeHtml(tally.verdict)}">
<summary><span class="name">${escapeHtml(tally.scope)}</span><span class="tag tag-${tally.verdict.replace(" ", "-")}">${escapeHtml(tally.verdict)}</span><span class="hint">${tally.hits} replayed, ${tally.misses} missed, ${tally.recorded} recorded</span></summary>
<p class="where"><code>${escapeHtml(scopePath(tally.scope))}</code></p>
${shown.map((one, index) => conversation(one, index + 1, unusedKeys.has(`${one.lane} ${one.key}`))).join("\n")}
${rest > 0 ? `<p>and ${counted(rest, "more recording")}</p>` : ""}
</details>`;
}

function conversation(interaction: Interaction, position: number, isUnused: boolean): string {
  const { asked, answered, status } = toConversation(interaction);
  const lane = interaction.lane === 0 ? "" : `, lane ${interaction.lane}`;
  return `<section>
<h3>#${position} ${escapeHtml(interaction.endpoint)} <span class="hint">${escapeHtml(`${interaction.provider}${interaction.model === undefined ? "" : `, ${interaction.model}`}${lane}`)}</span> <span class="tag">${escapeHtml(status)}</span>${isUnused ? ' <span class="tag tag-unused">unused</span>' : ""}</h3>
${[...asked, ...answered].map(turn).join("\n")}
</section>`;
}

const KNOWN_ROLES = new Set(["system", "user", "assistant", "tool", "error", "answer"]);

function turn({ role, kind, text }: Turn): string {
  const known = KNOWN_ROLES.has(role) ? role : "user";
  return `<div class="turn turn-${known}"><h4>${escapeHtml(role)}${kind === "text" ? "" : `, ${kind}`}</h4><pre>${escapeHtml(shortened(text, TURN_CHARACTERS_MAX))}</pre></div>`;
}
