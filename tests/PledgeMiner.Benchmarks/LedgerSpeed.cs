using System.Diagnostics;
using System.Globalization;
using System.Text;
using PledgeMiner.Measuring;
using PledgeMiner.Recording;

namespace PledgeMiner.Benchmarks;

/// <summary>Fills a ledger with 100,000 invented commitments and prints how long its filters and pages take.</summary>
internal static class LedgerSpeed
{
    private const int Documents = 10_000;
    private const int Rounds = 40;

    public static async Task RunAsync(string path)
    {
        using var folder = DataFolder.Open(path).Folder ?? throw new InvalidDataException($"{path} cannot be used: name an empty folder.");
        using var ledger = Ledger.Open(folder, secondOpinions: 0.1);
        var tally = await ledger.TallyAsync();
        if (tally == new Tally(0, 0, 0, 0, 0)) await FillAsync(ledger);
        Console.WriteLine($"{await ledger.TallyAsync()}");
        await FiltersAsync(ledger);
        await PagesAsync(ledger);
    }

    private static async Task FillAsync(Ledger ledger)
    {
        var clock = Stopwatch.StartNew();
        var texts = new LedgerText(seed: 7);
        for (var i = 0; i < Documents; i++)
        {
            var source = new Source($"source-{i % 12}", new Uri("https://invented.invalid/"));
            var page = new Page(new Uri($"https://invented.invalid/{i}"), Encoding.UTF8.GetBytes($"page {i}"), "text/html", "", DateTimeOffset.UnixEpoch.AddDays(i));
            await ledger.RecordAsync(source, page, texts.Next(i));
        }
        // A third is decided, so that lists and queues hold every state.
        for (var i = 0; i < 15; i++)
        {
            var preview = await ledger.PreviewAsync(CommitmentFilter.All, "ada");
            await ledger.DecideAsync(preview.Items, new Verdict(i % 3 == 0 ? Decision.Reject : Decision.Accept, false, "ada", DateTimeOffset.UtcNow) { Batch = Guid.NewGuid() });
        }
        Console.WriteLine($"filled in {clock.Elapsed.TotalSeconds:F0} s");
    }

    private static async Task FiltersAsync(Ledger ledger)
    {
        (string Name, CommitmentFilter Filter)[] filters =
        [
            ("none", CommitmentFilter.All), ("act", new() { Act = Act.Refusal }), ("pillar", new() { Pillar = Pillar.ArmedForces }), ("force", new() { Force = Force.Binding }),
            ("pledger", new() { Pledger = "NOR" }), ("pledger, unknown", new() { Pledger = "XXX" }), ("beneficiary", new() { Beneficiary = "UKR" }), ("instrument", new() { Instrument = Instrument.Drones }),
            ("condition", new() { Condition = ConditionKind.Parliament }), ("source", new() { Source = "source-3" }), ("date", new() { From = new(2024, 1, 1), To = new(2024, 6, 30) }),
            ("amount", new() { AtLeast = 100_000_000 }), ("state", new() { State = ReviewState.Rejected }), ("text, one word", new() { Text = "engineers" }), ("text, in all", new() { Text = "invented" }),
            ("text, phrase", new() { Text = "\"observer mission\" NOR" }), ("all at once", new() { Act = Act.Pledge, Pillar = Pillar.ArmedForces, Pledger = "NOR", Text = "drones", AtLeast = 1_000_000, State = ReviewState.Automatic }),
        ];
        foreach (var sort in Enum.GetValues<CommitmentSort>()) await TimeAsync($"filter none, sort {sort}", () => ledger.ListAsync(CommitmentFilter.All, sort, 0, 50));
        foreach (var (name, filter) in filters) await TimeAsync($"filter {name}", () => ledger.ListAsync(filter, CommitmentSort.Published, 0, 50));
        await TimeAsync("last page", () => ledger.ListAsync(CommitmentFilter.All, CommitmentSort.Published, 99_950, 50));
    }

    private static async Task PagesAsync(Ledger ledger)
    {
        var document = (await ledger.DocumentsAsync(new(), 0, 1)).Rows[0].Id;
        await TimeAsync("documents", () => ledger.DocumentsAsync(new(), 0, 50));
        await TimeAsync("documents by title and source", () => ledger.DocumentsAsync(new("notice 77", "source-3"), 0, 50));
        await TimeAsync("one document", () => ledger.DocumentAsync(document));
        await TimeAsync("what the list offers", async () => (await ledger.PledgersAsync(), await ledger.SourceNamesAsync()));
        foreach (var order in Enum.GetValues<QueueOrder>()) await TimeAsync($"claim {order}", () => ledger.ClaimAsync("grace", new Worklist(order, CommitmentFilter.All), []));
        await TimeAsync("claim by pledger", () => ledger.ClaimAsync("grace", new Worklist(QueueOrder.Money, new() { Pledger = "LVA" }), []));
        await TimeAsync("bulk preview", () => ledger.PreviewAsync(new() { Pledger = "NOR" }, "grace"));
        await TimeAsync("front page", async () => (await ledger.TallyAsync(), await ledger.BurnDownAsync(14), await ledger.PillarsAsync(DateTimeOffset.UtcNow.AddDays(-1)), await ledger.LatestRunsAsync()));
        await TimeAsync("agreement", async () => (OpinionAgreement.Of(await ledger.OpinionsAsync()), await ledger.QualityAsync()));
    }

    private static async Task TimeAsync<T>(string name, Func<Task<T>> ask)
    {
        await ask();
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var clock = Stopwatch.StartNew();
            await ask();
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} median {times[Rounds / 2],7:F1} ms  p95 {times[(int)(Rounds * 0.95)],7:F1} ms"));
    }
}
