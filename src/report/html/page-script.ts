/**
 * What the page does by itself: the first change of long texts in sight, search (the first entries found open) and filter, a count of what is shown, and keys (`/` to the
 * search, Enter from there to what was found, `j` and `k` from entry to entry, `o` opens and closes all). Without it everything is
 * still there to read.
 */
export const PAGE_SCRIPT: string = `
(() => {
  const box = document.getElementById("search");
  const verdict = document.getElementById("verdict");
  const shown = document.getElementById("shown");
  if (box === null) return;
  const entries = [...document.querySelectorAll("[data-entry]")];
  const headings = [...document.querySelectorAll("[data-heading]")];
  const texts = new Map(entries.map((entry) => [entry, entry.textContent.toLowerCase()]));
  function apply() {
    const words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let count = 0;
    for (const entry of entries) {
      const fits = words.every((word) => texts.get(entry).includes(word)) &&
        (verdict.value === "" || entry.dataset.verdict === verdict.value);
      entry.hidden = !fits;
      if (fits) count += 1;
      if (fits && words.length > 0 && count <= 20) entry.open = true;
    }
    // A heading with nothing below it says what is not so.
    for (const heading of headings) {
      heading.hidden = !entries.some((entry) => !entry.hidden && entry.dataset.entry === heading.dataset.heading);
    }
    shown.textContent = count + " of " + entries.length + " shown";
  }
  const visibleEntries = () => entries.filter((entry) => !entry.hidden);
  box.addEventListener("input", apply);
  verdict.addEventListener("change", apply);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) {
      if (event.key === "Escape" && event.target === box) { box.value = ""; apply(); }
      if (event.key === "Escape") event.target.blur();
      if (event.key === "Enter" && event.target === box) { event.preventDefault(); visibleEntries()[0]?.querySelector("summary").focus(); }
      return;
    }
    const visible = visibleEntries();
    const at = visible.findIndex((entry) => entry.contains(document.activeElement));
    if (event.key === "/") { event.preventDefault(); box.focus(); box.select(); }
    if (event.key === "j") visible[Math.min(at + 1, visible.length - 1)]?.querySelector("summary").focus();
    if (event.key === "k") visible[Math.max(at - 1, 0)]?.querySelector("summary").focus();
    if (event.key === "o") { const open = visible.some((entry) => !entry.open); for (const entry of visible) entry.open = open; }
  });
  // A long text scrolls by itself: its first change comes into sight as soon as it is laid out.
  const toChange = (text) => {
    const change = text.querySelector("del, ins");
    if (change !== null) text.scrollTop = change.offsetTop - text.offsetTop - text.clientHeight / 3;
  };
  for (const text of document.querySelectorAll(".side pre")) toChange(text);
  document.addEventListener("toggle", ({ target }) => {
    if (target.open) for (const text of target.querySelectorAll(".side pre")) toChange(text);
  }, true);
  apply();
})();
`;
