"""Runs printed programs, given as JSON on the standard input, and compares them with what the library computed."""

import json
import re
import sys
import warnings
from contextlib import nullcontext

import numpy as np

# The literals of Keras are single precision, which has few digits for the angle of nearly parallel vectors.
TOLERANCE = {"keras": 1e-5}
NEARLY_PARALLEL = {"keras": 1e-3}
# Embeddings of half precision are exact in these cases; a program that does not lift them has two or three digits.
HALF_TOLERANCE = {"autocast": 2e-3, "half": 3e-2}
warnings.filterwarnings("ignore")


def prepare(language):
    """Makes the library compute in double precision."""
    if language.startswith("pytorch"):
        import torch

        torch.set_default_dtype(torch.float64)


def gradients(language, text, space):
    """The gradients that the program computed, by the name of the input; of Keras, those that JAX finds."""
    if language.startswith("pytorch"):
        found = {name: getattr(value, "grad", None) for name, value in space.items() if hasattr(value, "requires_grad")}
        return {name: grad.double().numpy() for name, grad in found.items() if grad is not None}
    called = re.search(r"^loss = (\w+)\((.*)\)$", text, re.M)
    if language == "keras" and called:
        import jax

        name, names = called.groups()
        values = {key: space[key] for key in names.split(", ")}
        floats = [key for key, value in values.items() if "float" in str(value.dtype)]
        f = lambda some: space[name](**{**values, **some})
        return jax.grad(f)({key: values[key] for key in floats})
    return {}


def difference(found, expected):
    if isinstance(expected, str):  # 'finite', and no more
        return 0.0 if np.all(np.isfinite(np.asarray(found, dtype=float))) else float("inf")
    found, expected = np.asarray(found, dtype=float), np.asarray(expected, dtype=float)
    if found.shape != expected.shape:
        return float("inf")
    error = np.max(np.abs(found - expected)) / max(1.0, np.max(np.abs(expected)))
    return float("inf") if np.isnan(error) else float(error)


def check(case, text=None, mixed=nullcontext()):
    """The worst relative difference of a program from the library, and where it is."""
    printed = []
    space = {"print": printed.append}
    # The way back is outside of mixed precision, as PyTorch asks for.
    forward, backward, rest = (text or case["text"]).partition("loss.backward()")
    with mixed:
        exec(forward, space)
    exec(backward + rest, space)
    value = space["loss"] if "loss" in space else float(printed[0])
    value = value.detach().double().numpy() if hasattr(value, "detach") else value
    errors = {"loss": difference(value, case["loss"])}
    for name, found in gradients(case["language"], case["text"], space).items():
        errors[name] = difference(found, case["gradient"].get(name, "finite"))
    where = max(errors, key=errors.get)
    return errors[where], where, len(errors) - 1


def check_half(case):
    """Runs a PyTorch program under mixed precision, its embeddings single and then half; what goes wrong."""
    import torch

    torch.set_default_dtype(torch.float32)
    try:
        for dtype in (torch.float16, torch.bfloat16):
            halved = case["text"].replace("requires_grad=True", f"requires_grad=True, dtype={dtype}")
            for way, text in (("autocast", case["text"]), ("half", halved)):
                error, where, _ = check(case, text, torch.autocast("cpu", dtype=dtype))
                if not error <= HALF_TOLERANCE[way]:
                    return f"{where} differs by {error:.1e} in {dtype}, {way}"
    finally:
        torch.set_default_dtype(torch.float64)


def main():
    cases = json.load(sys.stdin)
    prepare(cases[0]["language"])
    worst, compared, failed = 0.0, 0, []
    for case in cases:
        try:
            error, where, count = check(case)
        except Exception as problem:  # whatever a program raises is what is to be reported
            failed.append((case["id"], f"{type(problem).__name__}: {problem}"))
            continue
        compared += count
        tolerance = NEARLY_PARALLEL if ", nearly solved, " in case["id"] else TOLERANCE
        problem = check_half(case) if case["half"] and case["language"] == "pytorch" else None
        if problem:
            failed.append((case["id"], problem))
        elif error > tolerance.get(case["language"], 1e-8):
            failed.append((case["id"], f"{where} differs by {error:.1e}"))
        else:
            worst = max(worst, error)
    for name, problem in failed:
        print(f"FAILED  {name}: {problem}")
    print(
        f"{cases[0]['language']}: {len(cases) - len(failed)} of {len(cases)} programs agree, "
        f"{compared} gradients among what was compared, worst difference {worst:.1e}"
    )
    return 1 if failed else 0


sys.exit(main())
