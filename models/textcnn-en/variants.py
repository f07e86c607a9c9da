"""Sentences made from others, for the teacher to judge: clauses cut out, spliced and reordered, words replaced by their neighbours, and other surroundings
(Tang et al. 2019, "Distilling task-specific knowledge from BERT into simple neural networks")."""
import random
import numpy as np
from layout import SEPARATOR, START, parts

FIRST_WORD = 104
JOINTS = {*",;-:", "and", "but", "while", "which", "that", "if", "once", "after", "as", "when", "because", "who", "where"}


class Variants:
    def __init__(self, words, vocabulary, seed):
        """words: the teacher's vectors of the pieces [n, size]."""
        self.unit = words / np.linalg.norm(words, axis=1, keepdims=True)
        self.ending = [x.startswith("##") for x in vocabulary]
        self.joints = {i for i, x in enumerate(vocabulary) if x in JOINTS}
        self.dot = vocabulary.index(".")
        self.near = {}
        self.random = random.Random(seed)

    def of(self, rows, commits, often, seldom):
        """Each row's variants: so many of rows that the teacher takes for commitments, so many of others."""
        likely = [row for row, x in zip(rows, commits) if x > 0.1]
        return [self.variant(row, likely if self.random.random() < 0.5 else rows) for row, x in zip(rows, commits) for _ in range(often if x > 0.1 else seldom)]

    def variant(self, row, others):
        draw = self.random
        own, before = self.own(row), parts(row)
        clauses, kind = self.clauses(own), draw.random()
        if kind < 0.25 and len(clauses) > 1:
            first = draw.randrange(len(clauses))
            own = sum(clauses[first:draw.randrange(first, len(clauses)) + 1], [])
        elif kind < 0.45:
            rest = self.clauses(self.own(draw.choice(others)))
            own = sum(clauses[:draw.randrange(1, len(clauses) + 1)] + rest[draw.randrange(len(rest)):], [])
        elif kind < 0.55 and len(clauses) > 2:
            draw.shuffle(clauses)
            own = sum(clauses, [])
        if draw.random() < 0.7:
            rate = draw.choice([0.08, 0.15, 0.25])
            own = [draw.choice(self.neighbours(x)) if x >= FIRST_WORD and draw.random() < rate else x for x in own]
        if draw.random() < 0.2:
            own = [x for x in own if draw.random() > 0.1]
        kind = draw.random()
        if kind < 0.15:
            before = [[], []]
        elif kind < 0.35:
            before = parts(draw.choice(others))
        elif kind < 0.5:
            before = [parts(draw.choice(others))[0]] + before[1:]
        ids = [START] + (own or [self.dot])[:72] + [SEPARATOR]
        return {"ids": ids + [x for part in before for x in part + [SEPARATOR]], "own": len(ids), "act": -1, "pillars": [], "instruments": [], "force": -1, "document": row["document"]}

    def own(self, row):
        return row["ids"][1:row["own"] - 1] or [self.dot]

    def clauses(self, own):
        clauses, clause = [], []
        for x in own:
            if x in self.joints and len(clause) >= 4:
                clauses.append(clause)
                clause = []
            clause.append(x)
        return clauses + [clause]

    def neighbours(self, piece):
        if piece not in self.near:
            nearest = np.argsort(-(self.unit @ self.unit[piece]))[1:12]
            self.near[piece] = [int(x) for x in nearest if x >= FIRST_WORD and self.ending[x] == self.ending[piece]] or [piece]
        return self.near[piece]
