"""Documents as teacher and network read them: the same layout as src/PledgeMiner/Classifying/TextCnnInputs.cs."""
import itertools, json, re, unicodedata

ACTS = ["pledge", "refusal", "delivery", "demand", "none"]
PILLARS = ["ceasefire-monitoring", "armed-forces", "multinational-force", "renewed-aggression", "defence-cooperation", "other"]
FORCES = ["tentative", "intended", "firm", "binding"]
INSTRUMENTS = ("troops air-defence armour artillery-ammunition aircraft drones naval demining training intelligence monitoring non-lethal-equipment logistics-medical funding "
               "loan-guarantee humanitarian energy reconstruction sanctions cyber ai-electronic-warfare industry research diplomatic security-guarantee").split()
START, SEPARATOR, UNKNOWN = 101, 102, 100
MARKS = str.maketrans("’‘“”–—", "''\"\"--")


class Pieces:
    """Word pieces of a text, as numbers: letters without accents, in lower case, the longest known piece first."""

    def __init__(self, vocabulary):
        self.numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self.known = {}

    def of(self, text):
        plain = "".join(c for c in unicodedata.normalize("NFD", text.lower()) if unicodedata.category(c) != "Mn").translate(MARKS)
        return [number for word in re.findall(r"\w+|[^\w\s]", plain) for number in self.of_word(word)]

    def of_word(self, word):
        if word not in self.known:
            self.known[word] = self.cut(word)
        return self.known[word]

    def cut(self, word):
        pieces, start = [], 0
        while start < len(word):
            end = next((end for end in range(len(word), start, -1) if ("##" if start else "") + word[start:end] in self.numbers), None)
            if end is None:
                return [UNKNOWN]
            pieces.append(self.numbers[("##" if start else "") + word[start:end]])
            start = end
        return pieces


def parts(row):
    """What stands before a row's sentence: the pieces of the title, of the lead-in where there is one apart from the sentence before, and of the sentence before."""
    result, part = [], []
    for piece in row["ids"][row["own"]:]:
        if piece == SEPARATOR:
            result.append(part)
            part = []
        else:
            part.append(piece)
    return result


def labelled(document):
    """The sentences of a labelled document, each once: of several acts the first in the guidelines' order counts, instruments are united. Sentences without labels have no act."""
    if "spans" in document:
        return [{"start": start, "end": end} for start, end in document["spans"]]
    labels = {}
    for label in document["sentences"]:
        span = (label["start"], label["end"])
        known = labels.setdefault(span, dict(label))
        united = sorted({*known.get("instruments", []), *label.get("instruments", [])})
        if ACTS.index(label["act"]) < ACTS.index(known["act"]):
            labels[span] = dict(label)
        labels[span]["instruments"] = united
    return [labels[span] for span in sorted(labels)]


def rows(file, pieces, documents=None):
    """A row for each sentence of the first documents (None: of all): ids, how many of them are its own, and its labels where it has some."""
    result = []
    for line in itertools.islice(open(file, encoding="utf-8"), documents):
        document = json.loads(line)
        text = document["text"].encode("utf-16-le")
        sentences = labelled(document)
        texts = [text[2 * s["start"]:2 * s["end"]].decode("utf-16-le").strip() for s in sentences]
        words = [pieces.of(x) for x in texts]
        title = pieces.of(document.get("title") or "")[:16]
        for i, sentence in enumerate(sentences):
            lead = next((j for j in range(i - 1, max(-1, i - 13), -1) if texts[j].endswith(":")), None)
            ids = [START] + words[i][:72] + [SEPARATOR]
            own = len(ids)
            ids += title + [SEPARATOR]
            if lead is not None and lead != i - 1:
                ids += words[lead][-24:] + [SEPARATOR]
            ids += (words[i - 1][-24:] if i else []) + [SEPARATOR]
            act = sentence.get("act")
            result.append({
                "document": document["id"], "ids": ids, "own": own, "act": ACTS.index(act) if act else -1,
                "pillars": [PILLARS.index(x) for x in sentence.get("pillars") or []],
                "instruments": [INSTRUMENTS.index(x) for x in sentence.get("instruments") or []],
                "force": FORCES.index(sentence["force"]) if act == "pledge" and sentence.get("force") else -1})
    return result
