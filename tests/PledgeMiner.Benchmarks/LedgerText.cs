using System.Text;

namespace PledgeMiner.Benchmarks;

/// <summary>Invented documents with their commitments, the same for the same seed: what a full ledger is filled with.</summary>
internal sealed class LedgerText(int seed)
{
    private static readonly string[] Countries = "NOR SWE DNK FIN EST LVA LTU POL DEU FRA GBR NLD BEL CZE ITA ESP CAN USA TUR ROU EU NATO G7 COW".Split(' ');
    private static readonly string[] Verbs = ["will send", "has delivered", "refuses to provide", "calls on its partners to give", "could train", "has signed a contract for"];
    private static readonly string[] Things = ["two batteries of air defence", "a company of engineers", "drones and sensors", "spare parts for armour", "an observer mission", "a loan for ammunition"];
    private readonly Random _random = new(seed);

    /// <summary>A document of ten commitments and thirty sentences that commit nobody.</summary>
    public Mined Next(int number)
    {
        var text = new StringBuilder();
        var blocks = new List<Block>();
        var commitments = new List<Commitment>();
        var nones = new List<Commitment>();
        for (var i = 0; i < 40; i++)
        {
            var start = text.Length;
            var country = Countries[_random.Next(Countries.Length)];
            var verb = _random.Next(Verbs.Length);
            var commits = i % 4 == 0;
            var amount = _random.Next(1, 5000) * 100_000m;
            text.Append(commits ? $"{country} {Verbs[verb]} {Things[_random.Next(Things.Length)]} worth EUR {amount:N0} under the plan {number}-{i}." : $"The talks of day {number}-{i} went on in {country}.");
            var span = new TextSpan(start, text.Length);
            blocks.Add(new(BlockKind.Paragraph, span));
            text.Append("\n\n");
            var deed = new Deed(span, i, 0)
            {
                Pledgers = [new(country, country, new(start, start + country.Length), [])],
                Beneficiaries = [new("UKR", span)],
                Instruments = [new((Instrument)_random.Next(25), span)],
                Conditions = _random.Next(5) == 0 ? [new((ConditionKind)_random.Next(8), span)] : [],
                Amounts = _random.Next(3) == 0 ? [new(new(amount, "EUR"), span)] : [],
            };
            var act = commits ? (Act)_random.Next(4) : Act.None;
            var judgement = new Judgement(new(act, _random.NextDouble()), act == Act.Pledge ? new((Force)_random.Next(4), 0.8) : null,
                act == Act.None ? [] : [new((Pillar)_random.Next(6), 0.7)], ["invented"]);
            (commits ? commitments : nones).Add(new(deed, judgement));
        }
        var document = new Document(text.ToString(), blocks, $"Invented notice {number}", new DateOnly(2022, 1, 1).AddDays(number % 1400), $"Ministry {number % 40}", "en");
        return new(document, [], commitments, "0123456789ab") { Nones = nones };
    }
}
