"""The multi-layer perceptron of scikit-learn: what a user of it would reach for first."""

import json
import sys
import time
import warnings

import numpy as np
from sklearn.neural_network import MLPClassifier

import idx

folder, epochs = sys.argv[1], int(sys.argv[2])
train = idx.images(folder, "train").reshape(-1, 784).astype(np.float32) / 255
answers = idx.labels(folder, "train")
net = MLPClassifier((256,), batch_size=96, max_iter=epochs, learning_rate_init=0.001, random_state=1)
warnings.filterwarnings("ignore", message=".*Maximum iterations.*")

cpu, wall = time.process_time(), time.perf_counter()
net.fit(train, answers)
cpu, wall = time.process_time() - cpu, time.perf_counter() - wall

test = idx.images(folder, "t10k").reshape(-1, 784).astype(np.float32) / 255
accuracy = float(np.mean(net.predict(test) == idx.labels(folder, "t10k")))
print(json.dumps({"accuracy": accuracy, "cpu": cpu, "wall": wall, "ranks": 1}))
