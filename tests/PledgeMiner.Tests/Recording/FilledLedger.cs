using System.Text;
using Microsoft.Extensions.Time.Testing;
using PledgeMiner.Recording;

namespace PledgeMiner.Tests.Recording;

/// <summary>A ledger in a folder of its own, with as many invented commitments as a test wants.</summary>
internal sealed class FilledLedger : IDisposable
{
    private static readonly string[] Countries = ["Norway NOR", "Sweden SWE", "Poland POL"];

    private readonly TestFolder _folder = new();
    private readonly DataFolder _data;

    private FilledLedger(double secondOpinions)
    {
        _data = DataFolder.Open(_folder.Path).Folder!;
        Ledger = Ledger.Open(_data, Clock, secondOpinions);
    }

    public Ledger Ledger { get; }

    public FakeTimeProvider Clock { get; } = new(new(2026, 3, 1, 6, 0, 0, TimeSpan.Zero));

    /// <summary>The next waiting item for an analyst.</summary>
    public Task<ReviewItem?> NextAsync(string analyst, QueueOrder order = QueueOrder.Newest, params string[] except) =>
        Ledger.ClaimAsync(analyst, new Worklist(order, CommitmentFilter.All), except);

    public Task<Outcome<Decided>> AcceptAsync(ReviewItem item, string analyst, Annotation? said = null) =>
        Ledger.DecideAsync(item.Id, new Verdict(Decision.Accept, false, analyst, Clock.GetUtcNow()) { Annotation = said ?? item.Said }, Guid.NewGuid(), item.Revision);

    public Task<Outcome<Decided>> RejectAsync(ReviewItem item, string analyst) =>
        Ledger.DecideAsync(item.Id, new Verdict(Decision.Reject, false, analyst, Clock.GetUtcNow()), Guid.NewGuid(), item.Revision);

    /// <param name="nones">Sentences judged none in each document.</param>
    public static async Task<FilledLedger> WithAsync(int documents, int each, int nones = 0, double secondOpinions = 0)
    {
        var filled = new FilledLedger(secondOpinions);
        for (var i = 0; i < documents; i++)
        {
            var source = new Source(i % 2 == 0 ? "ministry" : "wire", new Uri("https://invented.invalid/"));
            var mined = Mine(i, each, nones);
            var page = new Page(new Uri($"https://invented.invalid/{i}"), Encoding.UTF8.GetBytes(mined.Document.Text), "text/plain", "", DateTimeOffset.UnixEpoch);
            await filled.Ledger.RecordAsync(source, page, mined);
        }
        return filled;
    }

    public void Dispose()
    {
        Ledger.Dispose();
        _data.Dispose();
        _folder.Dispose();
    }

    private static Mined Mine(int number, int each, int nones)
    {
        var text = new StringBuilder();
        var (commitments, rest) = (new List<Commitment>(), new List<Commitment>());
        for (var i = 0; i < each + nones; i++)
        {
            var country = Countries[(number + i) % Countries.Length].Split(' ');
            var start = text.Length;
            text.Append(i < each ? $"{country[0]} will send {i + 2} batteries worth EUR {i + 1} million in plan {number}." : $"It rained on day {i} of plan {number}.");
            var deed = new Deed(new(start, text.Length), i, 0)
            {
                Pledgers = i < each ? [new(country[1], country[0], new(start, start + country[0].Length), [])] : [],
                Beneficiaries = [new("UKR", default)],
                Instruments = [new(Instrument.AirDefence, default)],
                Amounts = i < each ? [new(new((i + 1) * 1_000_000m, "EUR"), default)] : [],
                Conditions = i == 0 ? [new(ConditionKind.Parliament, default)] : [],
            };
            var judgement = i < each
                ? new Judgement(new(Act.Pledge, 0.5 + (i * 0.4 / each)), new(Force.Firm, 0.8), [new(i % 2 == 0 ? Pillar.ArmedForces : Pillar.MultinationalForce, 0.7)], ["will send"])
                : new Judgement(new(Act.None, 0.9), null, [], []);
            (i < each ? commitments : rest).Add(new(deed, judgement));
            text.Append(' ');
        }
        var document = new Document(text.ToString(), [new(BlockKind.Paragraph, new(0, text.Length - 1))], $"Plan {number}", new DateOnly(2025, 1, 1).AddDays(number), "Ministry", "en");
        return new(document, [], commitments, "0123456789ab") { Nones = rest };
    }
}
