using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PledgeMiner.Tagging.Training;

/// <summary>The model's card: what it is, what it was made from and by which command, under which licence.</summary>
internal static class TaggerCard
{
    /// <summary>What each treebank asks for; the licence files in the folders tell of the whole corpora, the open genres are freer.</summary>
    private static readonly Dictionary<string, string> Licences = new()
    {
        ["ewt"] = "CC BY-SA 4.0",
        ["uner-ewt"] = "CC BY-SA 4.0",
        ["gum-open"] = "annotations CC BY 4.0; texts of the open genres CC BY, CC BY-SA or public domain",
        ["gum-ner-silver-open"] = "annotations CC BY 4.0; texts of the open genres CC BY, CC BY-SA or public domain",
        ["wnut17"] = "CC BY 4.0",
        ["btc"] = "CC BY 4.0",
    };

    /// <param name="parts">Treebank folders with the name of their training file.</param>
    public static string Write(string treebankFolder, IReadOnlyList<(string Treebank, string File)> parts, string metrics)
    {
        var card = new StringBuilder();
        card.Append("""
            # tagger-en: the English tagger

            Tokens, sentences, universal parts of speech, lemmas and names of persons, organisations and locations.

            - Command: `train tagger --treebank DIR`, where DIR holds the treebanks below; no random seed is taken from outside, one thread: the same treebanks give the same bytes.
            - Sentence ends and parts of speech: logistic regression over hashed features, weights of 8 bits; a second look at doubtful words. Names: a linear-chain conditional random field.
            - Trained on the train parts only; settings were chosen on the dev parts. Name lists: `corpora/names/`.
            - Known limits: English prose. Lower-cased names and the names of firms are found least well. Person and place names of the lists are those of the years before 2026.

            ## Licence

            The model file is offered under CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/), as its training data ask; the code that made it has the project's own licence.

            ## Figures on the dev parts (percent)


            """);
        card.Append("```json\n").Append(metrics).Append("```\n\n## Treebanks\n");
        foreach (var (treebank, file) in parts)
        {
            var folder = Path.Combine(treebankFolder, treebank);
            var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));
            var attribution = Path.Combine(folder, "ATTRIBUTION");
            card.Append(CultureInfo.InvariantCulture, $"\n### {treebank}\n\n- `{file}`, SHA-256 `{hash}`\n- Licence: {Licences[treebank]}\n\n");
            if (File.Exists(attribution)) card.Append(File.ReadAllText(attribution).Trim()).Append('\n');
        }
        return card.ToString().ReplaceLineEndings("\n");
    }
}
