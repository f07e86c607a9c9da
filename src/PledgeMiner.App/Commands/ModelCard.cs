using System.Security.Cryptography;

namespace PledgeMiner.App.Commands;

/// <summary>What a folder of trained models says of itself: from what, by which command, under which version.</summary>
internal static class ModelCard
{
    public static void Write(string folder, string corpus, IReadOnlyList<LabelledDocument> documents, string version)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(corpus)));
        var sentences = documents.Sum(x => x.Sentences.Select(s => s.Span).Distinct().Count());
        File.WriteAllText(Path.Combine(folder, "card.md"), $"""
            # pledges-en: act, force and pillars of English sentences

            Linear models by ML.NET's L-BFGS over hashed words, classes of words, slots and surroundings; they judge together with textcnn-en what it leaves open.

            - version: {version}
            - trained on: train.jsonl of corpora/pledges, {documents.Count} documents, {sentences} sentences, SHA-256 {hash}
            - command: `train all --out models`; the same corpus gives the same bytes
            - thresholds and calibration: src/PledgeMiner/Classifying/Calibration.cs, each with its measurement
            - made for: finding commitments to a partner's security in news and official texts; every result waits for a person's review
            - not made for: other languages, other kinds of promises, or statements of fact about anybody

            """.ReplaceLineEndings("\n"));
    }
}
