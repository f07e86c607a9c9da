using Hangfire;
using Microsoft.AspNetCore.Components;
using PledgeMiner.App.Accounts;
using PledgeMiner.App.Jobs;

namespace PledgeMiner.App.Reviewing;

/// <summary>What is crawled: added, paused, resumed, tested and crawled at once from here.</summary>
public sealed partial class SourcesPage
{
    private IReadOnlyList<SourceSetting>? _sources;
    private IReadOnlyList<string> _report = [];
    private NewSource _new = new();
    private string? _fault, _notice;
    private bool _busy;

    [Inject] private Settings Settings { get; set; } = default!;
    [Inject] private SourceFile Sources { get; set; } = default!;
    [Inject] private SourceTest Tester { get; set; } = default!;
    [Inject] private IBackgroundJobClient Jobs { get; set; } = default!;
    [Inject] private Acting Acting { get; set; } = default!;
    [Inject] private AuditLog Audit { get; set; } = default!;

    protected override Task OnInitializedAsync() => TryAsync(() => Task.CompletedTask);

    /// <summary>Does what a button says, by whoever may: the page is hidden from others, but a circuit's messages can be forged.</summary>
    private async Task ChangeAsync(string name, Func<Task<string>> change)
    {
        if (await Acting.WhoMayAsync(Policies.ManageSources) is not { } by)
        {
            _fault = Accounts.Acting.Refusal;
            return;
        }
        (_busy, _fault, _notice, _report) = (true, null, null, []);
        await TryAsync(async () =>
        {
            var done = await change();
            await Audit.WriteAsync(by, "source", name, done);
            _notice = $"{name}: {done}";
        });
        _busy = false;
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
            _sources = Sources.Load();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            _fault = e.Message;
        }
    }

    private Task<string> Pause(SourceSetting source)
    {
        Sources.Pause(source.Name, !source.Paused);
        return Task.FromResult(source.Paused ? "resumed." : "paused.");
    }

    private async Task<string> TestAsync(SourceSetting source)
    {
        var report = await Tester.RunAsync(source.ToSource());
        _report = report.Lines;
        return report.Problem?.Message ?? "it can be crawled.";
    }

    private Task<string> Crawl(SourceSetting source)
    {
        Jobs.Enqueue<CrawlJob>(x => x.RunAsync(source.Name, CancellationToken.None));
        return Task.FromResult("its crawl begins; see Runs.");
    }

    private Task<string> Add()
    {
        Sources.Add(_new.ToSetting());
        _new = new();
        return Task.FromResult("added.");
    }

    /// <summary>What the form holds.</summary>
    private sealed class NewSource
    {
        public string Name { get; set; } = "";
        public string Address { get; set; } = "";
        public SourceKind Kind { get; set; }
        public int Tier { get; set; } = 3;
        public string Schedule { get; set; } = "";
        public string TimeZone { get; set; } = "";
        public MissedRun Missed { get; set; }
        public string Include { get; set; } = "";

        public SourceSetting ToSetting() => new()
        {
            Name = Name.Trim(),
            Address = Address.Trim(),
            Kind = Kind,
            Tier = Tier,
            Schedule = Schedule.Trim() is { Length: > 0 } cron ? cron : null,
            TimeZone = TimeZone.Trim() is { Length: > 0 } zone ? zone : null,
            Missed = Missed,
            Include = Include.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        };
    }
}
