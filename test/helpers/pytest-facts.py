"""Prints what pytest's own parser and Python's shlex say: JSON in, JSON out.

Input: {"texts": [...]}. Output: {"options": {name: nargs}, "prefix", "abbreviations", "splits"}.
"""

import json
import shlex
import sys

from _pytest.config import _prepareconfig


def split(text):
    try:
        return shlex.split(text)
    except ValueError:
        return None


request = json.load(sys.stdin)
parser = _prepareconfig(["--collect-only", "-s", "."])._parser.optparser
print(
    json.dumps(
        {
            "options": {
                name: 1 if action.nargs is None else action.nargs
                for action in parser._actions
                for name in action.option_strings
            },
            "prefix": parser.fromfile_prefix_chars,
            "abbreviations": parser.allow_abbrev,
            "splits": [split(text) for text in request["texts"]],
        }
    )
)
