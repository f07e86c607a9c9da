using System.Security.Cryptography;
using PledgeMiner.Classifying;
using PledgeMiner.Detecting;
using PledgeMiner.Measuring;
using PledgeMiner.Reading;
using PledgeMiner.Tagging;
using Pinned = PledgeMiner.Measuring.Floors;

namespace PledgeMiner.Tests.Floors;

/// <summary>
/// Quality does not fall unseen: the bundled models on the corpus' test part against floors.json, and on its short documents for slots against slots.json. After a
/// change that raises a figure, `evaluate --floors tests/PledgeMiner.Tests/Floors/floors.json --update`, for the other with `--gold corpora/pledges/slots-test.jsonl`,
/// pins it; a lower one needs --allow-lower.
/// </summary>
public class FloorsTests
{
    [Theory]
    [InlineData("test.jsonl", "floors.json")]
    [InlineData("slots-test.jsonl", "slots.json")]
    public void No_figure_falls_below_its_floor(string corpus, string floors)
    {
        var file = Repository.File("corpora", "pledges", corpus);
        var tagger = new EntityTagger(PledgeMiner.Tagging.Tagger.Load(Repository.File("models", "tagger-en")));
        var miner = new Miner(new Reader(new PdfChild("unused", [])), tagger, new Detector(tagger.CodeOf), Classifier.Load(Repository.File("models", "pledges-en"), Repository.File("models", "textcnn-en")));
        var evaluation = new Evaluation();
        foreach (var document in LabelledDocument.Load(file)) evaluation.Add(document, miner.Mine(Miner.DocumentOf(document)).Commitments);
        var now = Pinned.Of(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file))), evaluation.Main());
        Assert.Empty(Pinned.Load(Repository.File("tests", "PledgeMiner.Tests", "Floors", floors)).Broken(now));
    }

    [Fact]
    public void A_lower_figure_more_errors_or_another_corpus_breaks_a_floor()
    {
        var floors = new Pinned("0123456789abcdef", new Dictionary<string, double> { ["pledge F1"] = 0.7, ["expected calibration error"] = 0.05 });
        Pinned Now(string corpus, double f1, double error) => new(corpus, new Dictionary<string, double> { ["pledge F1"] = f1, ["expected calibration error"] = error });
        Assert.Empty(floors.Broken(Now(floors.Corpus, 0.7, 0.05)));
        Assert.Contains("pledge F1: 0.700 before, 0.690 now", Assert.Single(floors.Broken(Now(floors.Corpus, 0.69, 0.04))));
        Assert.Contains("calibration", Assert.Single(floors.Broken(Now(floors.Corpus, 0.8, 0.06))));
        Assert.Contains("another corpus", Assert.Single(floors.Broken(Now("fedcba9876543210", 0.8, 0.01))));
    }
}
