#!/usr/bin/env python3
"""Trains fastText and scikit-learn (TF-IDF, logistic regression) on the corpus that our models learn from and scores all on the same real documents.

usage: learners.py --gold GOLD.jsonl --app PATH-TO-PledgeMiner.App [--corpus corpora/pledges]
Needs Debian's python3-sklearn and fasttext. Nothing of the two is fitted on GOLD; of ours, thresholds were where GOLD is the real dev set.
Prints for each: F1 of pledges, micro-F1 of the pillars of true pledges that it found, seconds of training, sentences judged a second.
"""
import argparse, json, os, re, subprocess, sys, tempfile, time
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier

ACTS = ["pledge", "refusal", "delivery", "demand", "none"]
PILLARS = ["ceasefire-monitoring", "armed-forces", "multinational-force", "renewed-aggression", "defence-cooperation", "other"]

def load(path):
    """texts, acts and sets of pillars, one a sentence; of several commitments the act that the guidelines put first"""
    texts, acts, pillars = [], [], []
    for line in open(path, encoding="utf-8"):
        document = json.loads(line)
        body, spans = document["text"].encode("utf-16-le"), {}
        for s in document["sentences"]: spans.setdefault((s["start"], s["end"]), []).append(s)
        for (start, end), found in sorted(spans.items()):
            act = min((s["act"] for s in found), key=ACTS.index)
            texts.append(body[2 * start:2 * end].decode("utf-16-le")); acts.append(act)
            pillars.append({p for s in found if s["act"] == act for p in s.get("pillars", [])})
    return texts, np.array(acts), pillars

def scores(acts, pillars, gold_acts, gold_pillars):
    right = ((acts == "pledge") & (gold_acts == "pledge"))
    f1 = 2 * right.sum() / max(1, (acts == "pledge").sum() + (gold_acts == "pledge").sum())
    both = sum(len(pillars[i] & gold_pillars[i]) for i in np.flatnonzero(right))
    all_ = sum(len(pillars[i]) + len(gold_pillars[i]) for i in np.flatnonzero(right))
    return f1, 2 * both / max(1, all_)

def sklearn(train, gold):
    texts, acts, pillars = train
    start = time.time()
    vectors = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\b\w+\b")
    x = vectors.fit_transform(texts)
    act = LogisticRegression(C=10, max_iter=500).fit(x, acts)
    some = np.flatnonzero(acts != "none")
    y = np.array([[p in pillars[i] for p in PILLARS] for i in some])
    pillar = OneVsRestClassifier(LogisticRegression(C=10, max_iter=500)).fit(x[some], y)
    trained = time.time()
    g = vectors.transform(gold[0])
    found, chance = act.predict(g), pillar.predict_proba(g)
    return found, [choose(c) for c in chance], trained - start, len(gold[0]) / (time.time() - trained)

def choose(chance):
    """the pillars more likely than not, the likeliest always"""
    return {p for p, c in zip(PILLARS, chance) if c >= 0.5 or c == max(chance)}

def fasttext(train, gold):
    clean = lambda t: " ".join(re.findall(r"\w+|[^\w\s]", t.lower()))
    texts, acts, pillars = train
    with tempfile.TemporaryDirectory() as tmp:
        at = lambda name: os.path.join(tmp, name)
        def run(*args, **kw): return subprocess.run(["fasttext", *args], capture_output=True, text=True, check=True, **kw).stdout
        open(at("acts.txt"), "w").writelines(f"__label__{a} {clean(t)}\n" for t, a in zip(texts, acts))
        open(at("pillars.txt"), "w").writelines(" ".join(f"__label__{p}" for p in sorted(ps)) + f" {clean(t)}\n" for t, a, ps in zip(texts, acts, pillars) if ps)
        open(at("gold.txt"), "w").writelines(clean(t) + "\n" for t in gold[0])
        start = time.time()
        common = ["-wordNgrams", "2", "-epoch", "25", "-lr", "0.5", "-dim", "100", "-thread", "1"]
        run("supervised", "-input", at("acts.txt"), "-output", at("acts"), *common)
        run("supervised", "-input", at("pillars.txt"), "-output", at("pillars"), *common, "-loss", "ova")
        trained = time.time()
        found = [x.split()[0].removeprefix("__label__") if x.strip() else "none" for x in run("predict", at("acts.bin"), at("gold.txt")).splitlines()]
        chances = []
        for line in run("predict-prob", at("pillars.bin"), at("gold.txt"), "6").splitlines():
            cells = line.split()
            told = dict(zip((c.removeprefix("__label__") for c in cells[::2]), map(float, cells[1::2])))
            chances.append([told.get(p, 0) for p in PILLARS])
        return np.array(found), [choose(c) for c in chances], trained - start, len(gold[0]) / (time.time() - trained)

def ours(app, corpus, gold_path, gold):
    with tempfile.TemporaryDirectory() as tmp:
        start = time.time()
        subprocess.run([app, "train", "all", "--corpus", corpus, "--out", tmp], check=True, capture_output=True)
        trained = time.time() - start
        env = dict(os.environ, PLEDGEMINER_MODELS=tmp)
        start = time.time()
        told = json.loads(subprocess.run([app, "evaluate", "--gold", gold_path, "--format", "json"], check=True, capture_output=True, text=True, env=env).stdout)
        seconds = time.time() - start
    figure = {x["name"]: x["value"] for x in told}
    return figure["pledge F1"], figure["pillars, micro F1"], trained, len(gold[0]) / seconds

def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--corpus", default="corpora/pledges"); ap.add_argument("--gold", required=True); ap.add_argument("--app", required=True)
    a = ap.parse_args()
    train, gold = load(os.path.join(a.corpus, "train.jsonl")), load(a.gold)
    print(f"{'':14}pledge F1  pillars micro-F1  training s  sentences/s")
    def show(name, f1, micro, trained, speed): print(f"{name:14}{f1:9.3f}  {micro:16.3f}  {trained:10.1f}  {speed:11.0f}", flush=True)
    for name, learner in (("scikit-learn", sklearn), ("fastText", fasttext)):
        acts, pillars, trained, speed = learner(train, gold)
        show(name, *scores(acts, pillars, gold[1], gold[2]), trained, speed)
    # Start-up, tagging, every slot and every figure of the table are in the speed of ours; the others only judge.
    show("ours", *ours(a.app, a.corpus, a.gold, gold))

if __name__ == "__main__":
    main()
