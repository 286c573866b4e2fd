/** What the exit status says where it is not the suite's own. Public: documented in the README. */
export const EXIT_STATUS = {
  ok: 0,
  /** `scan`, `doctor` or `diff` found something, `merge` a conflict; `gate check` refuses, `gate status` misses the gate. */
  found: 1,
  /** The command line or `tapegate.json` says what nobody understands. */
  usage: 2,
  /** The suite passed, but requests had no recording (or recordings no request, with `--unused fail`). */
  drift: 3,
  /** Tapegate could not do its part: cassettes missing or damaged, port in use, suite not startable, disk full. */
  trouble: 4,
} as const;
