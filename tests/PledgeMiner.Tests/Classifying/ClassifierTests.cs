using PledgeMiner.Classifying;
using PledgeMiner.Detecting;
using PledgeMiner.Reading;
using PledgeMiner.Tagging;

namespace PledgeMiner.Tests.Classifying;

public sealed class ClassifierTests : IDisposable
{
    private static readonly EntityTagger Tagger = new(PledgeMiner.Tagging.Tagger.Load(Repository.File("models", "tagger-en")));
    private static readonly Detector Detector = new(Tagger.CodeOf);

    private static readonly string Network = Repository.File("models", "textcnn-en");

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_same_documents_train_to_the_same_bytes()
    {
        foreach (var folder in (string[])["one", "two"])
        {
            var trainer = new ClassifierTrainer();
            foreach (var document in LabelledDocument.Load(Repository.File("corpora", "pledges", "dev.jsonl")).Take(12)) trainer.Add(Miner.Prepare(document, Tagger, Detector));
            trainer.Train(ModelKind.All, _folder.File(folder));
        }
        var files = Directory.EnumerateFiles(_folder.File("one")).ToList();
        Assert.Equal(ModelNames.Files.Order(), files.Select(x => Path.GetFileName(x)).Where(x => Path.GetExtension(x) != ".md").Order());
        Assert.All(files, x => Assert.Equal(File.ReadAllBytes(x), File.ReadAllBytes(Path.Combine(_folder.File("two"), Path.GetFileName(x)))));
        Assert.Equal(Classifier.Load(_folder.File("one"), Network).Version, Classifier.Load(_folder.File("two"), Network).Version);
    }

    [Fact]
    public void A_missing_model_is_named() =>
        Assert.Contains("train all", Assert.Throws<InvalidDataException>(() => Classifier.Load(_folder.Path, Network)).Message);

    [Theory]
    [InlineData("Norway will send two NASAMS batteries and 100 missiles to Ukraine this spring, the government said.", Act.Pledge, Pillar.ArmedForces)]
    [InlineData("Italy has ruled out sending any soldiers to Ukraine as part of the force.", Act.Refusal, Pillar.MultinationalForce)]
    [InlineData("The harvest festival in Oslo drew more visitors than last year.", Act.None, null)]
    public void A_plain_sentence_is_judged_with_its_reasons(string text, Act act, Pillar? pillar)
    {
        var judgement = Assert.Single(Judge(text)).Judgement;
        Assert.Equal(act, judgement.Act.Label);
        Assert.Equal(act == Act.Pledge, judgement.Force is not null);
        Assert.Equal(act != Act.None, judgement.Reasons.Count > 1 && judgement.Reasons[0].EndsWith(act.Code(), StringComparison.Ordinal));
        if (pillar is { } expected) Assert.Equal(expected, judgement.Pillars[0].Label);
        Assert.All(judgement.Pillars, x => Assert.InRange(x.Score, 0, 1));
    }

    [Theory]
    [InlineData(Act.Pledge, 0.53, true)]
    [InlineData(Act.Pledge, 0.71, false)]
    [InlineData(Act.None, 0.53, false)]
    public void A_commitment_that_is_half_sure_is_doubtful(Act act, double score, bool expected) =>
        Assert.Equal(expected, new Judgement(new(act, score), null, [], []).IsDoubtful);

    [Theory]
    [InlineData("Denmark has delivered six howitzers and will send another twelve to Ukraine by June.", "delivery DNK 6 howitzer: Denmark has delivered six howitzers", "pledge DNK 12 howitzer: will send another twelve to Ukraine by June.")]
    [InlineData("Norway will train Ukrainian sappers in Poland, but Sweden has ruled out sending soldiers to Ukraine.", "pledge NOR: Norway will train Ukrainian sappers in Poland", "refusal SWE: Sweden has ruled out sending soldiers to Ukraine.")]
    [InlineData("Latvia will buy drones for Ukraine and train their crews.", "pledge LVA: Latvia will buy drones for Ukraine and train their crews.")]
    public void Deeds_of_one_sentence_are_told_apart_where_they_differ_in_act_or_in_who_acts(string text, params string[] expected) =>
        Assert.Equal(expected, Judge(text).Select(x => $"{x.Judgement.Act.Label.Code()} {string.Join(' ', x.Deed.Pledgers.Select(p => p.Code))}{string.Concat(x.Deed.Quantities.Select(q => $" {q.Value.Number} {q.Value.Unit}"))}: {x.Deed.Span.Of(text)}"));

    [Theory]
    [InlineData("Norway will give Ukraine 30 launchers, two officials said.", "30 launcher")]
    [InlineData("Estonia will send one company to Ukraine as part of the force.", "1 company")]
    [InlineData("Latvia will give Ukraine 25 of its 40 trucks this year.", "25 truck")]
    public void Of_what_a_sentence_counts_the_deeds_own_is_chosen(string text, string expected) =>
        Assert.Equal([expected], Judge(text).SelectMany(x => x.Deed.Quantities).Select(x => $"{x.Value.Number} {x.Value.Unit}"));

    [Theory]
    [InlineData("Under the agreement that was signed in June, Norway will deliver the launchers to Ukraine by the end of 2026.", "..2026-12-31")]
    [InlineData("Norway will send Ukraine launchers, the minister said after the talks on Thursday.", "")]
    public void Of_the_dates_of_a_sentence_the_deeds_own_is_chosen(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(Judge(text)).Deed.Due is { Value: var due } ? $"{due.From:yyyy-MM-dd}..{due.To:yyyy-MM-dd}" : "");

    [Theory]
    [InlineData("The Participants will treat renewed Russian aggression as a threat to all of them and will consult within 24 hours.", true)]
    [InlineData("Poland will give Ukraine 20 tanks so that it can defend itself against Russian attacks.", false)]
    public void Help_promised_for_a_new_attack_hangs_on_it(string text, bool expected) =>
        Assert.Equal(expected, Assert.Single(Judge(text)).Deed.Conditions.Any(x => x.Value == ConditionKind.Attack));

    [Theory]
    [InlineData("Norway will send engineers to Ukraine once a ceasefire holds and the Storting has agreed.", "ceasefire parliament")]
    [InlineData("Sweden will give Ukraine ten boats, the minister told parliament on Tuesday.", "")]
    [InlineData("Poland could host the centre for Ukraine's pilots if the allies share the costs.", "partners")]
    public void Of_what_a_pledge_may_hang_on_its_conditions_are_chosen(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Assert.Single(Judge(text)).Deed.Conditions.Select(x => x.Value.Code()).Order()));

    [Theory]
    [InlineData("American launchers could reach Ukraine by May, the Ukrainian ambassador in Washington said.", "USA")]
    [InlineData("Poland and the Netherlands will train Ukrainian sappers on German soil.", "POL NLD")]
    [InlineData("Danish instructors will train Ukrainian sappers from May on, a Polish minister said.", "DNK")]
    public void Of_those_whom_a_sentence_names_the_ones_who_act_are_chosen(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Assert.Single(Judge(text)).Deed.Pledgers.Select(x => x.Code)));

    [Theory]
    [InlineData("We undertake to phase out subsidies for coal by 2030.", Act.Pledge)]
    [InlineData("Our party will keep the night buses running, the spokesman promised", Act.Pledge)]
    [InlineData("Coal prices rose for the third month in a row.", Act.None)]
    [InlineData("We recognise the importance of clean air in our cities.", Act.None)]
    public void Without_a_document_a_promise_counts_whatever_its_subject(string text, Act act) =>
        Assert.Equal(act, Assert.Single(Judge(text)).Judgement.Act.Label);

    [Fact]
    public void In_a_document_a_promise_on_another_subject_does_not_count()
    {
        const string Text = "The coal market has been weak for years. Prices fell again in May. We undertake to phase out subsidies for coal by 2030. Miners were told of it on Monday. The unions will meet in June.";
        Assert.All(Judge(Text), x => Assert.Equal(Act.None, x.Judgement.Act.Label));
    }

    [Theory]
    [InlineData("We call on the Russian government to stop sending soldiers and weapons to the separatists in Ukraine.", Act.None)]
    [InlineData("The envoy said that Russia agreed to security guarantees for Ukraine.", Act.None)]
    [InlineData("We call on the German government to send Taurus missiles and more soldiers to Ukraine.", Act.Demand)]
    public void What_the_aggressor_promises_or_is_called_on_to_do_commits_nobody(string text, Act act) =>
        Assert.Equal(act, Assert.Single(Judge(text, "Statement on Ukraine", "Ministry of Foreign Affairs")).Judgement.Act.Label);

    [Theory]
    [InlineData("The Participants will support Ukraine for a period of ten years in these fields:\n\n(a) training the crews of Ukraine's tanks;\n(b) supplying air defence to Ukraine.", "..2035-03-01")]
    [InlineData("Latvia will support Ukraine until the end of 2026. Until then Latvia will keep instructors for Ukrainian pilots in Riga.", "..2026-12-31")]
    public void A_deed_is_due_by_what_its_lead_in_or_the_date_before_it_tells(string text, string expected) =>
        Assert.All(Judge(text), x => Assert.EndsWith(expected, $"{x.Deed.Due?.Value.From:yyyy-MM-dd}..{x.Deed.Due?.Value.To:yyyy-MM-dd}"));

    private static IReadOnlyList<Commitment> Judge(string text, string? title = null, string? publisher = null)
    {
        var document = new Document(text, PlainTextReader.BlocksOf(text), title, new(2025, 3, 1), publisher, "en");
        var sentences = Tagger.Tag(document);
        var classifier = Classifier.Load(Repository.File("models", "pledges-en"), Network);
        return classifier.Judge(document, sentences, Detector.Detect(document, sentences), classifier.Read(document, sentences));
    }
}
