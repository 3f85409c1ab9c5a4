"""Measures of retrieval by other programs, for tests/learning/retrieval.test.ts.

P@1, R-precision and MAP@R by AccuracyCalculator of pytorch-metric-learning, which needs no faiss with CustomKNN; the true
accept rate, the effective rank and the spread by NumPy. Prints what tests/fixtures/retrieval.json holds:

    python3 scripts/race/reference.py > tests/fixtures/retrieval.json && npx prettier --write tests/fixtures/retrieval.json
"""

import json

import numpy as np
import torch
from pytorch_metric_learning.distances import CosineSimilarity
from pytorch_metric_learning.utils.accuracy_calculator import AccuracyCalculator
from pytorch_metric_learning.utils.inference import CustomKNN

MEASURES = ("precision_at_1", "r_precision", "mean_average_precision_at_r")


def case(name, seed, sizes, dim, noise, fars=(0.01, 0.1)):
    rng = np.random.default_rng(seed)
    labels = np.repeat(np.arange(len(sizes)), sizes)
    centres = rng.normal(size=(len(sizes), dim))
    points = np.round(centres[labels] + noise * rng.normal(size=(len(labels), dim)), 4)
    calculator = AccuracyCalculator(include=MEASURES, k="max_bin_count", knn_func=CustomKNN(CosineSimilarity()))
    found = calculator.get_accuracy(torch.tensor(points), torch.tensor(labels))
    unit = points / np.linalg.norm(points, axis=1, keepdims=True)
    cosines = unit @ unit.T
    i, j = np.triu_indices(len(labels), 1)
    same = labels[i] == labels[j]
    tar = {}
    for far in fars:
        different = np.sort(cosines[i, j][~same])[::-1]
        threshold = different[int(np.floor(far * len(different)))]
        tar[str(far)] = float(np.mean(cosines[i, j][same] > threshold))
    values = np.linalg.svd(unit - unit.mean(axis=0), compute_uv=False)
    shares = values / values.sum()
    distances = np.linalg.norm(unit[i] - unit[j], axis=1)
    means = np.stack([unit[labels == c].mean(axis=0) for c in range(len(sizes))])
    means /= np.linalg.norm(means, axis=1, keepdims=True)
    a, b = np.triu_indices(len(sizes), 1)
    return {
        "name": name,
        "dim": dim,
        "labels": labels.tolist(),
        "points": points.ravel().tolist(),
        "p1": found["precision_at_1"],
        "rPrecision": found["r_precision"],
        "mapAtR": found["mean_average_precision_at_r"],
        "tar": tar,
        "rank": float(np.exp(-np.sum(shares * np.log(shares)))),
        "spread": float(distances[same].mean() / np.linalg.norm(means[a] - means[b], axis=1).mean()),
    }


print(
    json.dumps(
        {
            "source": "scripts/race/reference.py, pytorch-metric-learning 2.9.0 and NumPy",
            "cases": [
                case("three classes of ten", 1, [10, 10, 10], 4, 0.8),
                case("classes of different sizes", 2, [3, 9, 14, 5], 6, 1.2),
                case("tight classes", 3, [8, 8, 8, 8], 5, 0.15),
                case("no classes to be seen", 4, [12, 12, 12], 16, 6),
            ],
        }
    )
)
