using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PledgeMiner.App.Accounts;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Reviewing;

/// <summary>The review loop: one commitment at a time, the next already loaded, every decision undoable.</summary>
public sealed partial class ReviewPage
{
    /// <summary>How soon an empty queue is looked at again: the first pages of a run come within a second or two.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource _closing = new();
    private readonly Stack<(string Id, Verdict Verdict)> _done = new();
    private readonly HashSet<string> _passed = [];
    private Tally _tally = new(0, 0, 0);
    private ReviewItem? _item;
    private ReviewItem? _next;
    private bool _loaded;
    private string? _notice;
    private IJSObjectReference? _keys;
    private DotNetObjectReference<ReviewPage>? _self;

    [Inject] private Ledger Ledger { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private IJSRuntime Script { get; set; } = default!;
    [Inject] private Acting Acting { get; set; } = default!;
    [Inject] private AuditLog Audit { get; set; } = default!;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _keys = await Script.InvokeAsync<IJSObjectReference>("import", "./keys.js");
        await _keys.InvokeVoidAsync("listen", _self);
        await LoadAsync();
        _ = WaitForWorkAsync();
    }

    /// <summary>A key was pressed outside of any field.</summary>
    [JSInvokable]
    public Task OnKeyAsync(string key) => key switch
    {
        "Enter" => DecideAsync(Decision.Accept),
        "x" => DecideAsync(Decision.Reject),
        "n" => SkipAsync(),
        "u" => UndoAsync(),
        _ => Task.CompletedTask,
    };

    private async Task LoadAsync()
    {
        _item = await Ledger.NextAsync(_passed, _closing.Token);
        await PreloadAsync();
        _loaded = true;
        StateHasChanged();
    }

    private async Task PreloadAsync()
    {
        _tally = await Ledger.TallyAsync(_closing.Token);
        _next = _item is null ? null : await Ledger.NextAsync([.. _passed, _item.Id], _closing.Token);
    }

    private async Task DecideAsync(Decision decision)
    {
        if (_item is not { } item || await WhoDecidesAsync() is not { } by) return;
        var verdict = new Verdict(decision, false, by.Name, Clock.GetUtcNow());
        // The next item is shown before the decision is written: it was loaded already.
        _passed.Add(item.Id);
        _item = _next;
        _notice = decision == Decision.Accept ? "Accepted." : "Rejected.";
        StateHasChanged();
        await Audit.WriteAsync(by, decision == Decision.Accept ? "accepted" : "rejected", item.Id, verdict.Comment);
        await Ledger.DecideAsync(item.Id, verdict, Guid.NewGuid(), _closing.Token);
        _done.Push((item.Id, verdict));
        _passed.Remove(item.Id);
        await PreloadAsync();
        StateHasChanged();
    }

    private async Task SkipAsync()
    {
        if (_item is null) return;
        _passed.Add(_item.Id);
        _notice = "Skipped: it comes back with the next visit.";
        await LoadAsync();
    }

    private async Task UndoAsync()
    {
        if (_done.Count == 0 || await WhoDecidesAsync() is not { } by || !_done.TryPop(out var last)) return;
        var withdrawal = last.Verdict with { Withdrawn = true, Analyst = by.Name, At = Clock.GetUtcNow() };
        await Audit.WriteAsync(by, "undone", last.Id);
        await Ledger.DecideAsync(last.Id, withdrawal, Guid.NewGuid(), _closing.Token);
        _item = await Ledger.FindAsync(last.Id, _closing.Token);
        _notice = "Undone: it is here again.";
        await PreloadAsync();
        StateHasChanged();
    }

    private async Task<Person?> WhoDecidesAsync()
    {
        var by = await Acting.WhoMayAsync(Policies.Decide);
        if (by is null)
        {
            _notice = Accounts.Acting.Refusal;
            StateHasChanged();
        }
        return by;
    }

    private async Task WaitForWorkAsync()
    {
        using var timer = new PeriodicTimer(LookAgain, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_closing.Token))
            {
                if (_item is null) await InvokeAsync(LoadAsync);
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _closing.Dispose();
        _self?.Dispose();
        try
        {
            if (_keys is not null) await _keys.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser went first.
        }
    }
}
