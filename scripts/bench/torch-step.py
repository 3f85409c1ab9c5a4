"""Median milliseconds of one training step in PyTorch: torch-step.py INPUTS HIDDEN PAIRS. One thread, float32."""
import statistics
import sys
import time

import torch

inputs, hidden, pairs = map(int, sys.argv[1:])
torch.set_num_threads(1)
torch.manual_seed(1)
network = torch.nn.Sequential(torch.nn.Linear(inputs, hidden), torch.nn.ReLU(), torch.nn.Linear(hidden, 2))
optimiser = torch.optim.Adam(network.parameters(), lr=0.002)
x = torch.rand(2 * pairs, inputs)
y = (torch.arange(pairs) % 2).float()


def step():
    e = network(x)
    d = (e[:pairs] - e[pairs:]).norm(dim=1)
    loss = ((1 - y) * d**2 / 2 + y * torch.relu(1 - d) ** 2 / 2).mean()
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()


for _ in range(50):
    step()
times = []
for _ in range(200):
    start = time.perf_counter()
    step()
    times.append(1000 * (time.perf_counter() - start))
print(torch.__version__, statistics.median(times))
