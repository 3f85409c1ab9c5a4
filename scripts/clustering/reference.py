"""Writes tests/fixtures/clustering.json: what scikit-learn and SciPy find on some points, for the tests to compare with.

    pip install scikit-learn==1.9.1
    python3 scripts/clustering/reference.py
"""

import json
import pathlib

import numpy as np
import scipy
import sklearn
from scipy.cluster.hierarchy import fcluster, linkage
from sklearn import metrics
from sklearn.cluster import DBSCAN, KMeans
from sklearn.neighbors import NearestNeighbors

ROOT = pathlib.Path(__file__).parents[2]


def blobs():
    random = np.random.default_rng(5)
    centres = np.array([[0, 0, 0], [3, 1, 0], [1, 3, 1], [4, 4, -1]])
    labels = np.arange(72) % 4
    return np.round(centres[labels] + random.normal(0, 0.9, (72, 3)), 4), labels


def digits(space):
    data = json.loads((ROOT / "src/lib/clustering/data/digits.json").read_text())
    packed = data["spaces"][space]
    points = packed["low"] + packed["step"] * np.array(packed["at"]).reshape(-1, 2)
    return points, np.array(data["digits"])


def scores(points, classes, clusters):
    several = 1 < len(set(clusters)) < len(points)
    matrix = metrics.cluster.contingency_matrix(classes, clusters)
    return {
        "purity": matrix.max(axis=0).sum() / matrix.sum(),
        "nmi": metrics.normalized_mutual_info_score(classes, clusters),
        "ari": metrics.adjusted_rand_score(classes, clusters),
        "silhouette": metrics.silhouette_score(points, clusters) if several else None,
    }


def case(name, points, classes, epsilon):
    k = len(set(classes))
    start = points[:: len(points) // k][:k]
    lloyd = KMeans(k, init=start, n_init=1, tol=0, algorithm="lloyd").fit(points)
    runs = {"k-means": {"start": start.ravel().tolist(), "inertia": lloyd.inertia_, "labels": lloyd.labels_.tolist()}}
    for method in ["ward", "average", "complete", "single"]:
        tree = linkage(points, method)
        labels = fcluster(tree, k, "maxclust")
        runs[method] = {"heights": tree[:, 2].tolist(), "labels": labels.tolist()}
    for count in [3, 5]:
        found = DBSCAN(eps=epsilon, min_samples=count).fit(points)
        core = np.zeros(len(points), bool)
        core[found.core_sample_indices_] = True
        runs[f"dbscan-{count}"] = {
            "epsilon": epsilon,
            "minPts": count,
            "labels": found.labels_.tolist(),
            "core": core.tolist(),
        }
    for run in runs.values():
        run["scores"] = scores(points, classes, np.array(run["labels"]))
    near = NearestNeighbors(n_neighbors=6).fit(points).kneighbors(return_distance=False)
    return {
        "name": name,
        "dim": points.shape[1],
        "points": points.ravel().tolist(),
        "classes": classes.tolist(),
        "true": scores(points, classes, classes),
        "neighbours": near.tolist(),
        "runs": runs,
    }


def main():
    fixture = {
        "made": f"scripts/clustering/reference.py, scikit-learn {sklearn.__version__}, SciPy {scipy.__version__}",
        "cases": [
            case("four blobs in space", *blobs(), 1.0),
            case("digits, contrastive", *digits("contrastive"), 0.1),
            case("digits, before training", *digits("untrained"), 0.05),
        ],
    }
    (ROOT / "tests/fixtures/clustering.json").write_text(json.dumps(fixture) + "\n")


main()
