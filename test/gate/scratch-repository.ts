import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const tier = (name: string): string => `import pytest

@pytest.mark.${name}
def test_${name}():
    pass

@pytest.mark.${name}
@pytest.mark.slow
@pytest.mark.parametrize("path", ["a/b", "c d"])
def test_${name}_slow(path):
    pass
`;

/** Files of the scratch repository: every test's tier can be read from its node id's path. */
const SCRATCH_FILES: Readonly<Record<string, string>> = {
  ".git/HEAD": "ref: refs/heads/main\n",
  "pytest.ini":
    "[pytest]\nmarkers =\n    unit: fast\n    e2e: whole system\n    integration: several parts\n    slow: slow\n    fast: fast\n",
  "README.md": "# scratch\n\nRun `pytest tests/e2e` with care.\n",
  "src/pkg/__init__.py": "",
  "src/pkg/test_inline.py": "def test_inline():\n    pass\n",
  "tests/conftest.py":
    'def pytest_addoption(parser):\n    parser.addoption("--run-slow", action="store_true", default=False)\n    parser.addoption("--stage", default="dev")\n',
  "tests/test_top.py": "def test_top():\n    pass\n",
  "tests/unit/test_unit.py": tier("unit"),
  "tests/unit/sub/test_sub.py": tier("unit").replaceAll("test_unit", "test_sub"),
  "tests/e2e/test_e2e.py": tier("e2e"),
  "tests/e2e/sub/test_deep.py": tier("e2e").replaceAll("test_e2e", "test_deep"),
  "tests/integration/test_integration.py": tier("integration"),
  "tests/benchmarks/test_bench.py": "def test_bench(benchmark):\n    benchmark(lambda: 1)\n",
  "tests/conformance/test_conf.py": "def test_conf():\n    pass\n",
  "tests/args-unit.txt": "-m\nunit\n",
  "tests/args-e2e.txt": "-m\ne2e\n",
  "tests/args-path.txt": "tests/e2e\n",
  "run_e2e.sh": "#!/bin/bash\nset -e\npytest tests/e2e\n",
  "run_unit.sh": "#!/bin/bash\nset -e\npytest tests/unit -q\n",
  "run_args.sh": '#!/bin/bash\npytest "$@"\n',
  "env_unit.sh": "T=tests/unit\nrun_tests() { pytest $T; }\n",
  "env_e2e.sh": "T=tests/e2e\nrun_tests() { pytest $T; }\n",
  "package.json":
    '{"scripts": {"test": "pytest", "test:e2e": "pytest tests/e2e", "test:unit": "pytest tests/unit"}}\n',
  Makefile: "unit:\n\tpytest tests/unit -q\n\ne2e:\n\tpytest tests/e2e\n\nall: unit e2e\n",
  "notes/pytest.txt": "pytest tests/e2e\npytest tests/unit\n",
};

/** Links: name → target. */
const SCRATCH_LINKS: Readonly<Record<string, string>> = {
  // pytest does not look into directories whose name begins with a dot unless it is told to.
  ".links/e2e": "../tests/e2e",
  ".links/unit": "../tests/unit",
  ".links/all": "../tests",
};

/** Writes the scratch repository into an empty directory. */
export function writeScratchRepository(directory: string): void {
  for (const [path, text] of Object.entries(SCRATCH_FILES)) {
    const target = join(directory, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    if (path.endsWith(".sh")) chmodSync(target, 0o755);
  }
  for (const [path, target] of Object.entries(SCRATCH_LINKS)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    symlinkSync(target, join(directory, path));
  }
}
