using PledgeMiner.Tagging;
using PledgeMiner.Tagging.Training;

namespace PledgeMiner.Tests.Tagging;

/// <summary>A treebank of a few invented sentences, for tests that train.</summary>
internal static class TinyTreebank
{
    public static List<TreebankSentence> Tagged() =>
        [.. Enumerable.Range(0, 40).Select(i => Sentence(
            [("The", "the", PartOfSpeech.Det, 0), (i % 2 == 0 ? "dog" : "cat", i % 2 == 0 ? "dog" : "cat", PartOfSpeech.Noun, 0),
             (i % 3 == 0 ? "sees" : "hears", i % 3 == 0 ? "see" : "hear", PartOfSpeech.Verb, 0), ("Anna", "Anna", PartOfSpeech.Propn, 0), (".", ".", PartOfSpeech.Punct, 0)]))];

    public static List<TreebankSentence> Named() =>
        [.. Enumerable.Range(0, 40).Select(i => Sentence(
            [(i % 2 == 0 ? "Anna" : "Berta", "", PartOfSpeech.Propn, NameLabels.Of(0, NameLabels.Single)), ("left", "", PartOfSpeech.Verb, 0),
             ("Oslo", "", PartOfSpeech.Propn, NameLabels.Of(2, NameLabels.Single)), (".", "", PartOfSpeech.Punct, 0)]))];

    private static TreebankSentence Sentence((string Form, string Lemma, PartOfSpeech Part, int Name)[] words)
    {
        var (at, placed) = (0, new List<TreebankWord>());
        foreach (var (form, lemma, part, name) in words)
        {
            placed.Add(new(form, at, at + form.Length, lemma, PosLabels.Of(part, ""), name));
            at += form.Length + 1;
        }
        return new(string.Join(' ', words.Select(x => x.Form)), true, true, placed);
    }
}
