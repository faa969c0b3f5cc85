"""The training of jobs/mnist in numpy and mpi4py: the same net, batches, steps and moves of the digits.

Convolutions are products of matrices (numpy hands them to OpenBLAS); gradients are summed by allreduce on buffers.
The order of the digits is drawn by another generator, so the results agree in quality, not in bits.
"""

import json
import sys
import time

import numpy as np
from mpi4py import MPI

import idx

BATCH, PEAK, MOVE = 96, 0.004, 1
SHAPES = [(8, 26), (16, 201), (64, 257), (10, 65)]  # outputs, inputs and the bias
ENDS = np.cumsum([rows * columns for rows, columns in SHAPES])


def layers(flat):
    return [part.reshape(shape) for part, shape in zip(np.split(flat, ENDS[:-1]), SHAPES)]


def with_ones(rows):
    return np.concatenate([rows, np.ones((len(rows), 1), np.float32)], axis=1)


def patches(values, places):
    """[digit, channel, y, x] to one row for each place: the 5 by 5 values, of every second place, of all channels."""
    count, channels = values.shape[:2]
    a, b, c, d = values.strides
    view = np.lib.stride_tricks.as_strided(
        values, (count, places, places, channels, 5, 5), (a, 2 * c, 2 * d, b, c, d)
    )
    return with_ones(view.reshape(count * places * places, channels * 25))


def forward(weights, digits):
    """All that the way back needs."""
    first, second, hidden, last = weights
    count = len(digits)
    in1 = patches(digits[:, None], 12)
    out1 = np.maximum(in1 @ first.T, 0)
    in2 = patches(np.ascontiguousarray(out1.reshape(count, 12, 12, -1).transpose(0, 3, 1, 2)), 4)
    out2 = np.maximum(in2 @ second.T, 0)
    in3 = with_ones(out2.reshape(count, 16, -1).transpose(0, 2, 1).reshape(count, -1))
    in4 = with_ones(np.maximum(in3 @ hidden.T, 0))
    scores = in4 @ last.T
    scores = np.exp(scores - scores.max(axis=1, keepdims=True))
    return in1, out1, in2, out2, in3, in4, scores / scores.sum(axis=1, keepdims=True)


def backward(weights, digits, answers, gradients):
    first, second, hidden, last = weights
    in1, out1, in2, out2, in3, in4, slope = forward(weights, digits)
    count = len(digits)
    slope[np.arange(count), answers] -= 1
    np.matmul(slope.T, in4, out=gradients[3])
    slope = (slope @ last)[:, :-1] * (in4[:, :-1] > 0)
    np.matmul(slope.T, in3, out=gradients[2])
    slope = (slope @ hidden)[:, :-1].reshape(count, -1, 16).transpose(0, 2, 1).reshape(out2.shape) * (out2 > 0)
    np.matmul(slope.T, in2, out=gradients[1])
    taps = (slope @ second)[:, :-1].reshape(count, 4, 4, -1, 5, 5)
    spread = np.zeros((count, 12, 12, taps.shape[3]), np.float32)
    for y in range(5):
        for x in range(5):
            spread[:, y : y + 7 : 2, x : x + 7 : 2] += taps[..., y, x]
    slope = spread.reshape(out1.shape) * (out1 > 0)
    np.matmul(slope.T, in1, out=gradients[0])


def moved(digits, random):
    wide = np.pad(digits, ((0, 0), (MOVE, MOVE), (MOVE, MOVE)))
    result = np.empty(digits.shape, np.float32)
    for i, (y, x) in enumerate(random.integers(0, 2 * MOVE + 1, (len(digits), 2))):
        result[i] = wide[i, y : y + 28, x : x + 28]
    return result / 255


def rate(step, steps):
    done = step / steps
    return PEAK * (0.1 + 0.9 * done / 0.2 if done < 0.2 else (1 - done) / 0.8)


def train(ranks, folder, epochs):
    images = idx.images(folder, "train")[ranks.rank :: ranks.size]
    answers = idx.labels(folder, "train")[ranks.rank :: ranks.size]
    random, share = np.random.default_rng(ranks.rank), BATCH // ranks.size
    start = np.random.default_rng(1)
    weights = np.zeros(ENDS[-1], np.float32)
    for layer in layers(weights):
        layer[:, :-1] = start.uniform(-1, 1, layer[:, :-1].shape) * np.sqrt(6 / (layer.shape[1] - 1))
    gradient, mean, square = (np.zeros_like(weights) for _ in range(3))
    total, batches = np.zeros_like(weights), len(images) // share
    views, sums, step = layers(weights), layers(gradient), 0
    ranks.Barrier()
    cpu, wall = time.process_time(), time.perf_counter()
    for _ in range(epochs):
        order = random.permutation(len(images))
        for batch in range(batches):
            chosen = order[batch * share : (batch + 1) * share]
            backward(views, moved(images[chosen], random), answers[chosen], sums)
            ranks.Allreduce(gradient, total)
            total /= BATCH
            mean += np.float32(0.1) * (total - mean)
            square += np.float32(0.01) * (total * total - square)
            pace = rate(step, epochs * batches) * np.sqrt(1 - 0.99 ** (step + 1)) / (1 - 0.9 ** (step + 1))
            weights -= np.float32(pace) * mean / (np.sqrt(square) + np.float32(1e-8))
            step += 1
    return views, time.process_time() - cpu, time.perf_counter() - wall


def main():
    folder, epochs = sys.argv[1], int(sys.argv[2])
    ranks = MPI.COMM_WORLD
    weights, cpu, wall = train(ranks, folder, epochs)
    cpu = ranks.reduce(cpu)
    if ranks.rank == 0:
        test = idx.images(folder, "t10k").astype(np.float32) / 255
        found = np.concatenate([forward(weights, part)[-1].argmax(axis=1) for part in np.split(test, 10)])
        accuracy = float(np.mean(found == idx.labels(folder, "t10k")))
        print(json.dumps({"accuracy": accuracy, "cpu": cpu, "wall": wall, "ranks": ranks.size}))


main()
