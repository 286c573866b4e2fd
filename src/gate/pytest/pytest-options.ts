/** How many of the following words an option takes: `?` none or one, `+` all up to the next option. */
export type ValueCount = 0 | 1 | 2 | "?" | "+";

/**
 * Every option of pytest 9.0 and of the plugins that most suites use, with what it takes. pytest
 * allows no abbreviations (`allow_abbrev=False`), so a name that is not here is unknown.
 *
 * Source: the argparse parsers of pytest 9.0.1 and of the plugins in test/requirements.txt, compared on every
 * confirm run; pytest-django 4.11, forked, picked, order, random-order, repeat, sugar, testmon,
 * socket, recording, playwright, syrupy and instafail read the same way in November 2026; options
 * that older pytests had (`--boxed`, `--result-log`).
 */
export const PYTEST_OPTIONS: ReadonlyMap<string, ValueCount> = new Map<string, ValueCount>([
  ...options(
    0,
    `--markers -x --exitfirst --strict-config --strict-markers --strict --collectonly
    --collect-only --co --pyargs --noconftest --keepduplicates --keep-duplicates
    --collect-in-virtualenv --continue-on-collection-errors --fixtures --funcargs
    --fixtures-per-test -V --version -h --help --disable-plugin-autoload --traceconfig
    --trace-config -v --verbose --no-header --no-summary --no-fold-skipped --force-short-summary
    -q --quiet --disable-warnings --disable-pytest-warnings -l --showlocals --no-showlocals
    --xfail-tb --fulltrace --full-trace --pdb --trace -s --runxfail --doctest-modules
    --doctest-ignore-import-errors --doctest-continue-on-failure --lf --last-failed --ff
    --failed-first --nf --new-first --cache-clear --setuponly --setup-only --setupshow
    --setup-show --setupplan --setup-plan --sw --stepwise --sw-skip --stepwise-skip --sw-reset
    --stepwise-reset --asyncio-debug --self-contained-html --benchmark-disable-gc
    --benchmark-skip --benchmark-disable --benchmark-enable --benchmark-only
    --benchmark-autosave --benchmark-save-data --benchmark-verbose --benchmark-quiet
    --store-durations --clean-durations --codspeed --randomly-dont-reset-seed
    --randomly-dont-reorganize --fail-on-flaky --rerun-show-tracebacks --loadscope-reorder
    --no-loadscope-reorder -d -f --looponfail --timeout-disable-debugger-detection --cov-reset
    --no-cov-on-fail --no-cov --cov-append --cov-branch --boxed --forked --reuse-db --create-db
    --nomigrations --no-migrations --migrations --fail-on-template-vars --block-network
    --disable-recording --disable-socket --force-enable-socket --allow-unix-socket --force-sugar
    --old-summary --sugar-no-trace --instafail --testmon --no-testmon --testmon-noselect
    --testmon-nocollect --testmon-forceselect --headed --full-page-screenshot --random-order
    --indulgent-ordering --sparse-ordering --order-dependencies --order-after-ff
    --error-on-failed-ordering --snapshot-update --snapshot-update-new-only --snapshot-details
    --snapshot-warn-unused --snapshot-disable-unused --snapshot-no-cleanup --snapshot-no-colors
    --snapshot-declaration-order --snapshot-patch-pycharm-diff --no-xvfb`,
  ),
  ...options(
    1,
    `-k -m --maxfail -W --pythonwarnings --ignore --ignore-glob --deselect --confcutdir
    --import-mode -c --config-file --rootdir --basetemp --durations --durations-min -p -o
    --override-ini --verbosity -r --tb --show-capture --color --code-highlight --pdbcls
    --capture --pastebin --assert --junitxml --junit-xml --junitprefix --junit-prefix
    --doctest-report --doctest-glob --lfnf --last-failed-no-failures --log-level --log-format
    --log-date-format --log-cli-level --log-cli-format --log-cli-date-format --log-file
    --log-file-mode --log-file-level --log-file-format --log-file-date-format
    --log-auto-indent --log-disable --asyncio-mode --anyio-mode --html --css
    --benchmark-min-time --benchmark-max-time --benchmark-min-rounds --benchmark-precision
    --benchmark-confidence --benchmark-timer --benchmark-calibration-precision
    --benchmark-warmup-iterations --benchmark-save --benchmark-json --benchmark-cprofile
    --benchmark-cprofile-loops --benchmark-cprofile-top --benchmark-storage --benchmark-sort
    --benchmark-group-by --benchmark-columns --benchmark-name --benchmark-time-unit
    --durations-path --splits --group --splitting-algorithm --metadata-from-json
    --metadata-from-json-file --codspeed-mode --codspeed-warmup-time --codspeed-max-time
    --codspeed-max-rounds --randomly-seed --force-reruns --only-rerun --reruns --reruns-delay
    --reruns-delay-backoff-factor --rerun-except --rerun-exclude-path --reruns-mode
    --max-suite-reruns -n --numprocesses --maxprocesses --max-worker-restart --dist --tx --px
    --rsyncdir --rsyncignore --testrunuid --maxschedchunk --timeout --timeout_method
    --timeout-method --session-timeout --cov-report --cov-config --cov-fail-under
    --cov-precision --cov-context --result-log --resultlog --ds --dc --liveserver --count
    --repeat-scope --random-order-bucket --random-order-seed --order-scope
    --order-scope-level --order-group-scope --order-marker-prefix --record-mode --allow-hosts
    --allowed-hosts --browser --browser-channel --base-url --device --output --screenshot
    --slowmo --tracing --video --snapshot-dirname --snapshot-default-extension
    --snapshot-diff-mode --snapshot-ignore-file-extensions --testmon-env --parent-branch
    --max-warnings --sugar-trace-dir --xvfb-backend`,
  ),
  ...options(
    "?",
    `--debug --cache-show --benchmark-warmup --benchmark-compare --benchmark-cprofile-dump
    --benchmark-netrc --benchmark-histogram --cov --picked`,
  ),
  ...options("+", "--benchmark-compare-fail"),
  ...options(2, "--metadata"),
]);

/** Options with which pytest runs no test, whatever else stands beside them; `--version` is not as simple. */
export const NOTHING_RUNS: ReadonlySet<string> = new Set(
  `--help -h --collect-only --collectonly --co --markers --fixtures --funcargs
  --fixtures-per-test --cache-show --setup-plan --setupplan`.split(/\s+/),
);

/** Options with which only benchmarks run. */
export const BENCHMARKS_ONLY: ReadonlySet<string> = new Set(["--codspeed", "--benchmark-only"]);

function options(count: ValueCount, names: string): (readonly [string, ValueCount])[] {
  return names.split(/\s+/).map((name) => [name, count] as const);
}
