"""Checks signatures as AWS would: made again by botocore over what arrived.

Usage: verify_signatures.py < REQUESTS, a JSON list of {"method", "url", "headers", "body": base64}.

Prints a JSON list: whether each request's signature is the one that its secret key gives.
"""

import base64
import hashlib
import json
import os
import re
import sys

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials


def is_genuine(received) -> bool:
    stated = received["headers"].get("authorization", "")
    match = re.fullmatch(
        r"AWS4-HMAC-SHA256 Credential=([^/]+)/(\d{8})/([^/]+)/([^/]+)/aws4_request, "
        r"SignedHeaders=([^,]+), Signature=([0-9a-f]{64})",
        stated,
    )
    if match is None:
        return False
    key, date, region, service, names, signature = match.groups()
    time = received["headers"]["x-amz-date"]
    if key != os.environ["AWS_ACCESS_KEY_ID"] or not time.startswith(date):
        return False
    # The host that was asked; what the request says of it itself counts only if it is signed.
    headers = {name: received["headers"][name] for name in names.split(";")}
    if "host" not in headers or not all(
        name in headers for name in received["headers"] if name.startswith("x-amz-")
    ):
        return False
    body = base64.b64decode(received["body"])
    stated_hash = headers.get("x-amz-content-sha256")
    if stated_hash is not None and stated_hash != hashlib.sha256(body).hexdigest():
        return False
    request = AWSRequest(
        method=received["method"],
        url=received["url"],
        headers=headers,
        data=body,
    )
    request.context["timestamp"] = time
    auth = SigV4Auth(Credentials(key, os.environ["AWS_SECRET_ACCESS_KEY"]), service, region)
    text = auth.string_to_sign(request, auth.canonical_request(request))
    return auth.signature(text, request) == signature


print(json.dumps([is_genuine(received) for received in json.load(sys.stdin)]))
