"""Runs exported networks, given as JSON on the standard input, and compares where they put pictures: run.py onnx|pytorch."""

import base64
import json
import sys

import numpy as np

TOLERANCE = 1e-5


def numbers(text, width):
    return np.frombuffer(base64.b64decode(text), dtype="<f4").reshape(-1, width)


def by_onnx(case, pictures):
    import onnx
    import onnxruntime

    model = base64.b64decode(case["onnx"])
    onnx.checker.check_model(onnx.load_from_string(model), full_check=True)
    session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
    return session.run(None, {session.get_inputs()[0].name: pictures})[0]


def by_pytorch(case, pictures):
    import torch

    space = {}
    exec(case["pytorch"], space)
    with torch.no_grad():
        return space["network"](torch.from_numpy(pictures.copy())).numpy()


def main(way):
    run = {"onnx": by_onnx, "pytorch": by_pytorch}[way]
    failed = False
    for case in json.load(sys.stdin):
        pictures = numbers(case["pictures"], case["inputs"])
        expected = numbers(case["embeddings"], case["dim"])
        found = run(case, pictures)
        error = np.max(np.abs(found - expected)) if found.shape == expected.shape else np.inf
        failed = failed or not error <= TOLERANCE
        size = np.max(np.abs(expected))
        print(f"{way}, {case['id']}: {len(pictures)} pictures, worst difference {error:.1e} of embeddings up to {size:.2f}")
    return 1 if failed else 0


sys.exit(main(sys.argv[1]))
