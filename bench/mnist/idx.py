"""Reads the IDX files of MNIST, gzipped or not."""

import gzip
import os

import numpy as np


def read(folder, stem, dimensions):
    name = os.path.join(folder, f"{stem}-idx{dimensions}-ubyte")
    path = name if os.path.exists(name) else name + ".gz"
    with (gzip.open if path.endswith(".gz") else open)(path, "rb") as file:
        data = np.frombuffer(file.read(), np.uint8)
    shape = data[4 : 4 + 4 * dimensions].view(">i4")
    return data[4 + 4 * dimensions :].reshape(shape)


def images(folder, stem):
    return read(folder, stem + "-images", 3)


def labels(folder, stem):
    return read(folder, stem + "-labels", 1).astype(np.int64)
