using Catalyst;
using Catalyst.Models;
using Mosaik.Core;
using CatalystDocument = Catalyst.Document;
using CatalystSpan = Catalyst.Span;

namespace PledgeMiner.Tagging;

/// <summary>The Catalyst library as a tagger: compiled only with -p:UseCatalyst=true, for those who want to compare.</summary>
public sealed class CatalystTagger : ITagger
{
    private readonly Pipeline _pipeline;

    private CatalystTagger(Pipeline pipeline) => _pipeline = pipeline;

    /// <summary>Loads the English models; the first time from the package, later from Catalyst's own store.</summary>
    public static async Task<CatalystTagger> LoadAsync()
    {
        Catalyst.Models.English.Register();
        var pipeline = await Pipeline.ForAsync(Language.English, sentenceDetector: true, tagger: true);
        pipeline.Add(await AveragePerceptronEntityRecognizer.FromStoreAsync(Language.English, Mosaik.Core.Version.Latest, "WikiNER"));
        return new(pipeline);
    }

    public IReadOnlyList<Sentence> Tag(PledgeMiner.Document document)
    {
        var sentences = new List<Sentence>();
        for (var block = 0; block < document.Blocks.Count; block++)
        {
            var span = document.Blocks[block].Span;
            // Catalyst drops control characters, which would shift every offset after them.
            var text = string.Create(span.Length, (document.Text, span.Start), static (into, from) =>
            {
                for (var i = 0; i < into.Length; i++) into[i] = char.IsControl(from.Text[from.Start + i]) ? ' ' : from.Text[from.Start + i];
            });
            var read = new CatalystDocument(text, Language.English);
            _pipeline.ProcessSingle(read);
            foreach (var sentence in read)
            {
                var tokens = TokensOf(sentence, span.Start);
                if (tokens.Count > 0) sentences.Add(new(new(tokens[0].Start, tokens[^1].End), block, tokens, NamesOf(sentence, span.Start)));
            }
        }
        return sentences;
    }

    /// <summary>A contraction's parts have invented offsets: a run of replaced tokens is joined into one. Ends are inclusive.</summary>
    private static List<Token> TokensOf(CatalystSpan sentence, int offset)
    {
        var (tokens, inRun) = (new List<Token>(), false);
        foreach (var token in sentence)
        {
            var replaced = !string.IsNullOrEmpty(token.Replacement);
            if (replaced && inRun) tokens[^1] = tokens[^1] with { End = offset + token.End + 1 };
            else tokens.Add(new(offset + token.Begin, offset + token.End + 1, PartOf(token), token.Lemma));
            inRun = replaced;
        }
        return tokens;
    }

    private static PledgeMiner.PartOfSpeech PartOf(IToken token) =>
        Enum.TryParse<PledgeMiner.PartOfSpeech>(token.POS.ToString(), ignoreCase: true, out var part) ? part : PledgeMiner.PartOfSpeech.X;

    private static List<Entity> NamesOf(CatalystSpan sentence, int offset)
    {
        var names = new List<Entity>();
        foreach (var name in sentence.GetEntities(x => KindOf(x.Type) is not null))
        {
            names.Add(new(new(offset + name.Begin, offset + name.End + 1), KindOf(name.EntityType.Type)!.Value));
        }
        return names;
    }

    private static EntityKind? KindOf(string type) => type switch
    {
        "Person" => EntityKind.Person,
        "Organization" => EntityKind.Organisation,
        "Location" => EntityKind.Location,
        _ => null,
    };
}
