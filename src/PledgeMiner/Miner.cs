using PledgeMiner.Classifying;
using PledgeMiner.Detecting;
using PledgeMiner.Reading;
using PledgeMiner.Tagging;

namespace PledgeMiner;

/// <summary>
/// The whole path: a page is read to a document, the document split into sentences, each sentence read by the network; those that may commit are tagged,
/// their deeds detected, and each deed judged. No cue word decides what is looked at: every sentence is judged. Immutable, shared by threads.
/// </summary>
public sealed class Miner(Reader reader, ITagger tagger, Detector detector, Classifier classifier)
{
    /// <summary>Which models judge: 12 hexadecimal digits.</summary>
    public string ModelVersion => classifier.Version;

    /// <summary>Reads a page and mines it, or says why it cannot be read.</summary>
    /// <param name="told">What is known of the page from outside; it wins over what the page says of itself.</param>
    public async Task<Outcome<Mined>> MineAsync(Page page, Particulars told, CancellationToken cancel = default) =>
        (await reader.ReadEnglishAsync(page, told, cancel)).Then<Mined>(x => Mine(x));

    /// <summary>Mines a document.</summary>
    public Mined Mine(Document document)
    {
        var split = tagger.Split(document);
        var readings = classifier.Read(document, split);
        bool[] open = [.. split.Select((x, i) => Classifier.IsOpen(document, x, readings[i]))];
        var sentences = tagger.Tag(document, split, open);
        var deeds = detector.Detect(document, sentences, open);
        var judged = classifier.Judge(document, sentences, deeds, readings).ToLookup(x => x.Judgement.Act.Label == Act.None);
        var closed = sentences.Select((x, i) => (x, i)).Where(x => !open[x.i]).Select(x => new Commitment(new Deed(x.x.Span, x.i, 0), Classifier.NoneOf(readings[x.i])));
        return new Mined(document, sentences, [.. judged[false]], classifier.Version) { Nones = [.. judged[true], .. closed] };
    }

    /// <summary>A labelled document as if it had been read.</summary>
    public static Document DocumentOf(LabelledDocument labelled) =>
        new(labelled.Text, PlainTextReader.BlocksOf(labelled.Text), labelled.Title, labelled.Date, labelled.Publisher, "en");

    /// <summary>Tags a labelled document and lays its labels onto the deeds detected in it: what the models are trained on.</summary>
    public static TrainingDocument Prepare(LabelledDocument labelled, ITagger tagger, Detector detector)
    {
        var document = DocumentOf(labelled);
        var sentences = tagger.Tag(document);
        var deeds = detector.Detect(document, sentences);
        return new TrainingDocument(document, sentences,
            [.. deeds.Select(x => new Example(x, labelled.LabelsOf(x.Span)))]);
    }
}
