#!/usr/bin/env python3
"""Measures the corpus against real labelled documents: a plain baseline trained on it, its learning curve, and how alike the two are.

usage: corpus.py [--corpus corpora/pledges] --gold GOLD.jsonl
Needs Debian's python3-sklearn. Baseline: words and word pairs, TF-IDF, logistic regression with scikit-learn's own decision rule; nothing is fitted on GOLD.
"""
import argparse, json, os, warnings
import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

warnings.filterwarnings("ignore", category=UserWarning)
ACTS = ["pledge", "refusal", "delivery", "demand", "none"]

def load(path):
    """texts, acts (the first in the guidelines' order where a sentence holds several) and document ids, one a sentence"""
    texts, acts, ids = [], [], []
    for line in open(path, encoding="utf-8"):
        document = json.loads(line)
        body, spans = document["text"].encode("utf-16-le"), {}
        for s in document["sentences"]: spans.setdefault((s["start"], s["end"]), []).append(s["act"])
        for (start, end), found in sorted(spans.items()):
            texts.append(body[2 * start:2 * end].decode("utf-16-le")); acts.append(min(found, key=ACTS.index)); ids.append(document["id"])
    return texts, np.array(acts), np.array(ids)

def vectors():
    return TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, token_pattern=r"(?u)\b\w+\b")

def f1(found, expected, act):
    right = ((found == act) & (expected == act)).sum()
    return 2 * right / max(1, (found == act).sum() + (expected == act).sum())

def baseline(texts, acts, gold_texts):
    v = vectors()
    model = LogisticRegression(C=10, max_iter=500).fit(v.fit_transform(texts), acts)
    return model.predict(v.transform(gold_texts))

def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--corpus", default="corpora/pledges"); ap.add_argument("--gold", required=True)
    a = ap.parse_args()
    texts, acts, ids = load(os.path.join(a.corpus, "train.jsonl"))
    gold_texts, gold_acts, gold_ids = load(a.gold)
    rng = np.random.RandomState(0)
    documents = rng.permutation(sorted(set(ids)))
    print("learning curve: share of the training documents, sentences, F1 on the real documents by act")
    for share in (0.125, 0.25, 0.5, 1):
        keep = np.isin(ids, documents[:int(len(documents) * share)])
        found = baseline([t for t, k in zip(texts, keep) if k], acts[keep], gold_texts)
        print(f"  {share:5.3f} {keep.sum():6d}  " + "  ".join(f"{x} {f1(found, gold_acts, x):.3f}" for x in ACTS))
    print("shares of acts: ours " + ", ".join(f"{x} {np.mean(acts == x):.3f}" for x in ACTS))
    print("                real " + ", ".join(f"{x} {np.mean(gold_acts == x):.3f}" for x in ACTS))
    words = lambda ts: [len(t.split()) for t in ts]
    print("words a sentence, 10%, median, 90%: ours", np.percentile(words(texts), [10, 50, 90]), "real", np.percentile(words(gold_texts), [10, 50, 90]))
    known = {w for t in texts for w in t.lower().split()}
    real = [w for t in gold_texts for w in t.lower().split()]
    print(f"real words that ours lack: {np.mean([w not in known for w in real]):.3f}")
    # As many of our documents as give about as many sentences as the real ones have.
    sample = np.isin(ids, documents[:int(1.3 * len(set(gold_ids)))])
    both = gold_texts + [t for t, k in zip(texts, sample) if k]
    is_real = np.r_[np.ones(len(gold_texts)), np.zeros(sample.sum())]
    v = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, min_df=2)
    guess = cross_val_predict(LogisticRegression(C=3, max_iter=500, class_weight="balanced"), v.fit_transform(both), is_real,
        groups=np.r_[gold_ids, ids[sample]], cv=GroupKFold(5), method="predict_proba")[:, 1]
    print(f"a classifier tells ours from real, by sentence: AUC {roc_auc_score(is_real, guess):.3f} ({len(gold_texts)} real, {int(sample.sum())} ours)")

if __name__ == "__main__":
    main()
