"""The network that src/PledgeMiner/Classifying/TextCnn.cs runs: one layer of detectors over a few pieces in a row, pooled, with bags of what stands before."""
import json, struct
import numpy as np, torch
from torch import nn
from torch.nn import functional
from layout import parts

OWN, NEIGHBOUR = 74, 24
NAMES = {"words": "words.weight", **{f"{name}.{part}": f"{name}.{part}" for name in ("convolution", "context", "gate", "hidden", "act", "pillars", "force", "instruments")
                                     for part in ("weight", "bias")}}


def packed(rows):
    """The pieces of each row's own sentence [n, 74], their number [n], and those of title, lead-in and sentence before [n, 3, 24]; 0 where there is none."""
    own, length, before = np.zeros((len(rows), OWN), np.int32), np.zeros(len(rows), np.int64), np.zeros((len(rows), 3, NEIGHBOUR), np.int32)
    for i, row in enumerate(rows):
        ids = row["ids"][:row["own"]][:OWN]
        own[i, :len(ids)], length[i] = ids, len(ids)
        told = parts(row)
        for j, ids in enumerate((told[0], told[1] if len(told) > 2 else [], told[-1] if len(told) > 1 else [])):
            ids = ids[-NEIGHBOUR:]
            before[i, j, :len(ids)] = ids
    return torch.from_numpy(own), torch.from_numpy(length), torch.from_numpy(before)


class TextCnn(nn.Module):
    """Gives log-probabilities of acts [n, 5], log-odds of pillars [n, 6], log-probabilities of force [n, 4], log-odds of instruments [n, 25]."""

    def __init__(self, words, width, hidden, context, drop, kernel=5):
        super().__init__()
        pieces, size = words.shape
        self.kernel = kernel
        self.words = nn.Embedding(pieces, size, padding_idx=0)
        self.words.weight.data.copy_(words)
        self.words.weight.data[0] = 0
        self.convolution, self.context, self.gate = nn.Linear(size * kernel, width), nn.Linear(size, context), nn.Linear(size, 1)
        pooled = 2 * width + 3 * context
        self.hidden, self.instruments = nn.Linear(pooled, hidden), nn.Linear(pooled, 25)
        self.act, self.pillars, self.force = nn.Linear(hidden, 5), nn.Linear(hidden, 6), nn.Linear(hidden, 4)
        self.drop, self.drop_words = nn.Dropout(drop), nn.Dropout(0.15)

    def pooled(self, own, length, before):
        longest = int(length.max())
        own = own[:, :longest]
        if self.training:  # one piece in twelve is hidden
            own = own * (torch.rand(own.shape) > 0.08)
        here = (torch.arange(longest)[None] < length[:, None]).float()
        x = functional.pad(self.drop_words(self.words(own)), (0, 0, self.kernel // 2, self.kernel // 2))
        x = functional.relu(self.convolution(torch.cat([x[:, i:i + longest] for i in range(self.kernel)], 2))) * here[:, :, None]
        told = self.drop_words(self.words(before))
        weight = torch.sigmoid(self.gate(told)).squeeze(3) * (before > 0)
        bags = (functional.relu(self.context(told)) * weight[..., None]).sum(2) / (weight.sum(2, keepdim=True) + 1)
        return torch.cat([x.max(1)[0], x.sum(1) / here.sum(1)[:, None], bags.flatten(1)], 1)

    def forward(self, own, length, before):
        pooled = self.pooled(own, length, before)
        z = self.drop(functional.relu(self.hidden(self.drop(pooled))))
        return functional.log_softmax(self.act(z), 1), self.pillars(z), functional.log_softmax(self.force(z), 1), self.instruments(self.drop(pooled))


def pruned(big, rows, width, hidden, context, drop):
    """The same network with the detectors, hidden units and bag units that weigh most, judged by their spread over rows times the weights that read them."""
    big.eval()
    with torch.no_grad():
        pooled = torch.cat([big.pooled(*(x[at:at + 256] for x in packed(rows))) for at in range(0, len(rows), 256)])
        z = functional.relu(big.hidden(pooled))
        weigh = lambda layer: layer.weight.abs().sum(0)
        best = lambda worth, count: worth.topk(count)[1].sort()[0]
        units = best(z.std(0) * (2 * weigh(big.act) + weigh(big.pillars) + 0.5 * weigh(big.force)), hidden)
        worth = pooled.std(0) * (big.hidden.weight[units].abs().sum(0) + 0.3 * weigh(big.instruments))
        wide, bag = big.convolution.out_features, big.context.out_features
        detectors, bags = best(worth[:wide] + worth[wide:2 * wide], width), best(worth[2 * wide:].view(3, bag).sum(0), context)
        columns = torch.cat([detectors, wide + detectors] + [2 * wide + i * bag + bags for i in range(3)])
        small = TextCnn(big.words.weight, width, hidden, context, drop, big.kernel)
        for name, kept in (("convolution", detectors), ("context", bags)):
            getattr(small, name).weight.copy_(getattr(big, name).weight[kept])
            getattr(small, name).bias.copy_(getattr(big, name).bias[kept])
        small.gate.load_state_dict(big.gate.state_dict())
        small.hidden.weight.copy_(big.hidden.weight[units][:, columns])
        small.hidden.bias.copy_(big.hidden.bias[units])
        small.instruments.weight.copy_(big.instruments.weight[:, columns])
        small.instruments.bias.copy_(big.instruments.bias)
        for name in ("act", "pillars", "force"):
            getattr(small, name).weight.copy_(getattr(big, name).weight[:, units])
            getattr(small, name).bias.copy_(getattr(big, name).bias)
    return small


def steps(words, convolution, bias):
    """The whole step in which each detector [width] answers: a signed byte holds its answer to any piece at any place, two its answers to 74 pieces added up."""
    size = words.shape[1]
    largest = np.stack([np.abs(words @ convolution[:, at:at + size].T).max(0) for at in range(0, convolution.shape[1], size)]).max(0)
    return np.maximum(largest / 127, np.abs(bias) / 250) * 1.001  # rounded to half precision it must not be too small


def write(network, file):
    """Writes the weights as half-precision numbers in the safetensors format."""
    state, header, data = network.state_dict(), {}, b""
    tensors = {name: state[own].numpy() for name, own in NAMES.items()}
    tensors["steps"] = steps(tensors["words"], tensors["convolution.weight"], tensors["convolution.bias"])
    for name, numbers in tensors.items():
        numbers = numbers.astype("<f2")
        raw = numbers.tobytes()
        header[name] = {"dtype": "F16", "shape": list(numbers.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    head = json.dumps(header).encode()
    head += b" " * (-len(head) % 8)
    with open(file, "wb") as out:
        out.write(struct.pack("<Q", len(head)) + head + data)
