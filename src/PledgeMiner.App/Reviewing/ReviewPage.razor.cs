using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Reviewing;

/// <summary>The review loop: one commitment at a time, the next already loaded, every decision undoable.</summary>
public sealed partial class ReviewPage
{
    private enum Mode { Reading, Reason, Comment, Slots }

    /// <summary>How soon an empty queue is looked at again: the first pages of a run come within a second or two.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(2);

    private static readonly (QueueOrder Order, string Name)[] Orders =
        [(QueueOrder.Newest, "Newest"), (QueueOrder.Uncertain, "Uncertain first"), (QueueOrder.Money, "Most money"), (QueueOrder.Sample, "Sample of none")];

    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _turn = new(1);
    private readonly HashSet<string> _passed = [];
    private Worklist _list = new(QueueOrder.Newest, CommitmentFilter.All);
    private Tally _tally = new(0, 0, 0, 0, 0);
    private ReviewItem? _item, _next;
    private Annotation _said = default!;
    private Mode _mode;
    private bool _loaded, _asksSecond, _help, _alert;
    private string? _notice, _analyst;
    private string _words = "";
    private ElementReference _field;
    private IJSObjectReference? _keys, _listening;
    private DotNetObjectReference<ReviewPage>? _self;

    [Parameter] public string? Id { get; set; }
    [CascadingParameter(Name = FilterQuery.Address)] private string Address { get; set; } = "";
    [Inject] private Ledger Ledger { get; set; } = default!;
    [Inject] private Desk Desk { get; set; } = default!;
    [Inject] private TimeProvider Clock { get; set; } = default!;
    [Inject] private ILogger<ReviewPage> Log { get; set; } = default!;
    [Inject] private IJSRuntime Script { get; set; } = default!;

    private bool Idle => _item is null;
    private bool IsSampled => _item?.Origin == Origin.Sampled;

    protected override void OnParametersSet()
    {
        if (!FilterQuery.IsOf("review", Address)) return;
        var query = FilterQuery.Of(Address);
        var list = new Worklist(query.Label<QueueOrder>("queue") is { } order && order != QueueOrder.Disputed ? order : QueueOrder.Newest, query.Filter());
        if (list == _list) return;
        _list = list;
        // Another queue was chosen while the page stays: what it held goes back.
        if (_listening is not null) _ = InvokeAsync(RestartAsync);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_mode is Mode.Reason or Mode.Comment && _focus)
        {
            _focus = false;
            await _field.FocusAsync();
        }
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _keys = await Script.InvokeAsync<IJSObjectReference>("import", "./keys.js");
        _listening = await _keys.InvokeAsync<IJSObjectReference>("listen", _self, Keys);
        _analyst = await Desk.NameAsync();
        if (Id is { } id)
        {
            var outcome = await Ledger.ClaimAsync(_analyst, id, _closing.Token);
            if (outcome.TryGet(out var item, out var problem)) Show(item);
            else Tell(problem.Message, alert: true);
        }
        await LookAsync();
        _ = WaitForWorkAsync();
    }

    private void Show(ReviewItem? item)
    {
        _item = item;
        if (item is not null) _said = item.Said;
        (_mode, _asksSecond) = (Mode.Reading, false);
    }

    /// <summary>Claims what is missing: the item on the screen and the one after it.</summary>
    private async Task FillAsync()
    {
        await _turn.WaitAsync(_closing.Token);
        try
        {
            if (_item is null) Show(await ClaimAsync());
            if (_item is not null && _next is null) _next = await ClaimAsync();
            _tally = await Ledger.TallyAsync(_closing.Token);
        }
        finally
        {
            _turn.Release();
        }
    }

    private Task<ReviewItem?> ClaimAsync() =>
        Ledger.ClaimAsync(_analyst!, _list, [.. _passed, .. _item is null ? Array.Empty<string>() : [_item.Id]], _closing.Token);

    private async Task DecideAsync(Decision decision, string? why = null)
    {
        if (_item is not { } item) return;
        var (said, second) = (_said, _asksSecond);
        // The next item is shown before the decision is written: it was loaded already.
        _passed.Add(item.Id);
        Show(_next);
        _next = null;
        Tell(decision == Decision.Accept ? "Accepted." : "Rejected.");
        StateHasChanged();
        var outcome = await Desk.DecideAsync(item, decision, said, why, second);
        if (outcome.Problem is { } problem) Tell(problem.Message, alert: true);
        else _passed.Remove(item.Id);
        await FillAsync();
        StateHasChanged();
    }

    private async Task SkipAsync()
    {
        if (_item is not { } item) return;
        _passed.Add(item.Id);
        Show(_next);
        _next = null;
        Tell("Skipped: it comes back with the next visit.");
        StateHasChanged();
        await Ledger.ReleaseAsync(_analyst!, [item.Id], _closing.Token);
        await FillAsync();
        StateHasChanged();
    }

    private async Task UndoAsync()
    {
        if (await Ledger.LastDecisionAsync(_analyst!, _closing.Token) is not { } last) Tell("There is nothing to take back.");
        else if ((await Desk.WithdrawAsync(last)).Problem is { } problem) Tell(problem.Message, alert: true);
        else if ((await Ledger.ClaimAsync(_analyst!, last.CommitmentId, _closing.Token)).TryGet(out var item, out _))
        {
            if (_next is not null) await Ledger.ReleaseAsync(_analyst!, [_next.Id], _closing.Token);
            _next = _item;
            Show(item);
            Tell("Taken back: it is here again.");
        }
        await FillAsync();
        StateHasChanged();
    }
}
