"""The gate's second line, inside pytest.

Stops a run that has collected end-to-end or integration tests, by directory or by marker, unless
the environment says ALLOW_E2E_TESTS=1. It deselects nothing: a run is whole or does not happen.

The policy is the gate's: "gate" in tapegate.json, or "tapegate.gate" in package.json, beside this
file. A policy that cannot be read stops the run too.
"""

import json
import os
from pathlib import Path, PurePath

import pytest

ROOT = Path(__file__).resolve().parent
SHOWN_MAX = 5
REFUSAL = "tapegate_refusal"
# Members of the policy. The guard needs three of them; a name that the gate does not know spoils all.
MEMBERS = frozenset(
    "testRoots sanctionedDirectories forbiddenDirectories tierMarkers forbiddenMarkers "
    "approvalVariable onApproved wrappers runners".split()
)


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    if session.config.option.collectonly or not session.items:
        return
    refusal = find_refusal(session.items)
    if refusal is None:
        return
    # A worker of pytest-xdist has nobody to tell but the process that started it.
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output[REFUSAL] = refusal
    raise pytest.UsageError(refusal)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    refusal = getattr(node, "workeroutput", {}).get(REFUSAL)
    if refusal is not None:
        raise pytest.UsageError(refusal)


def find_refusal(items):
    try:
        policy = read_policy()
    except (OSError, ValueError) as error:
        return f"Tapegate cannot read its policy: {error}"
    variable = policy["approvalVariable"]
    if os.environ.get(variable) == "1":
        return None
    refused = [item.nodeid for item in items if needs_approval(item, policy)]
    if not refused:
        return None
    shown = "".join(f"\n  {nodeid}" for nodeid in refused[:SHOWN_MAX])
    more = f"\n  and {len(refused) - SHOWN_MAX} more" if len(refused) > SHOWN_MAX else ""
    return (
        f"Tapegate stopped this run: {len(refused)} of {len(items)} collected tests are "
        f"end-to-end or integration tests, and nobody approved them:{shown}{more}\n"
        f"Run the unit tests (pytest tests/unit, pytest -m unit). Only after the user has said yes "
        f"to this very run: {variable}=1 pytest ..."
    )


def needs_approval(item, policy):
    path = getattr(item, "path", None) or Path(str(item.fspath))
    parts = path.parts
    for directory in policy["forbiddenDirectories"]:
        wanted = PurePath(directory).parts
        if any(parts[i : i + len(wanted)] == wanted for i in range(len(parts))):
            return True
    return any(item.get_closest_marker(name) is not None for name in policy["forbiddenMarkers"])


def read_policy():
    policy = {
        "approvalVariable": "ALLOW_E2E_TESTS",
        "forbiddenDirectories": ["tests/e2e", "tests/integration"],
        "forbiddenMarkers": ["integration", "e2e"],
    }
    given = read_member("tapegate.json", ["gate"])
    packaged = read_member("package.json", ["tapegate", "gate"])
    if given is not None and packaged is not None:
        raise ValueError("tapegate.json and package.json both have one. Remove one of the two")
    if given is None:
        given = packaged
    unknown = sorted(set(given or {}) - MEMBERS)
    if unknown:
        raise ValueError(f"gate.{unknown[0]} is no member of it. Run: tapegate gate check pytest")
    for name, default in policy.items():
        value = (given or {}).get(name, default)
        if isinstance(default, str) != isinstance(value, str) or not is_text(value):
            raise ValueError(f"gate.{name} is not what it should be. Run: tapegate gate check pytest")
        policy[name] = value
    return policy


def read_member(file, names):
    path = ROOT / file
    if not path.exists():
        return None
    text = path.read_text(encoding="utf-8-sig")
    if file == "package.json" and f'"{names[0]}"' not in text:
        return None
    value = json.loads(text)
    for name in names:
        if not isinstance(value, dict):
            raise ValueError(f"{file} is not an object where {name!r} should stand")
        if name not in value:
            return None
        value = value[name]
    if not isinstance(value, dict):
        raise ValueError(f"{file}: {'.'.join(names)} is not an object")
    return value


def is_text(value):
    if isinstance(value, str):
        return value != ""
    return isinstance(value, list) and all(isinstance(entry, str) and entry for entry in value)
