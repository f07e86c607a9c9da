using System.CommandLine;
using PledgeMiner.Tagging;

namespace PledgeMiner.App.Commands;

/// <summary>`tag`: pages to tagged sentences, or files of given tokens tagged anew.</summary>
internal static class TagCommand
{
    public static Command Build()
    {
        var command = new Command("tag", "Tag sentences, words, lemmas and entities.");
        var format = new Option<string>("--format") { Description = "conllu, iob2 or json.", DefaultValueFactory = _ => "conllu" };
        format.AcceptOnlyFromAmong("conllu", "iob2", "json");
        var pretokenized = new Option<bool>("--pretokenized") { Description = "PATH is a CoNLL-U or IOB2 file (--format says which): keep its tokens and sentences, replace its tags." };
        command.Options.Add(format);
        command.Options.Add(pretokenized);
        var inputs = new Inputs(command);
        command.SetAction((parsed, cancel) =>
        {
            var settings = CommandLine.SettingsOf(parsed);
            // IOB2 knows persons, organisations and locations only, as the model finds them; actors, money and dates are in the JSON.
            ITagger tagger = parsed.GetValue(format) == "json" ? Parts.Tagger(settings) : Parts.WordTagger(settings);
            var reader = Parts.Reader();
            return inputs.EachAsync(parsed, settings, async (input, page) =>
            {
                if (parsed.GetValue(pretokenized)) return Retag(parsed.GetValue(format)!, page, Parts.WordTagger(settings));
                if (!(await reader.ReadEnglishAsync(page, input.Told, cancel)).TryGet(out var document, out var problem)) return problem;
                Write(parsed.GetValue(format)!, document, tagger.Tag(document));
                return null;
            }, cancel);
        });
        return command;
    }

    private static void Write(string format, Document document, IReadOnlyList<Sentence> sentences)
    {
        if (format == "iob2") TagFormats.WriteIob2(Console.Out, document, sentences);
        else if (format == "json") TagFormats.WriteJson(Console.Out, document, sentences);
        else TagFormats.WriteConllu(Console.Out, document, sentences);
    }

    private static Problem? Retag(string format, Page page, Tagger tagger)
    {
        if (format == "json") return new Problem(ProblemKind.UnsupportedFormat, "--pretokenized takes --format conllu or iob2.");
        using var from = new StreamReader(new MemoryStream(page.Body));
        if (format == "iob2") TagFormats.RetagIob2(from, Console.Out, tagger);
        else TagFormats.RetagConllu(from, Console.Out, tagger);
        return null;
    }
}
