using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Reviewing;

/// <summary>A document with its commitments marked, its stored page beside it; what the models missed is added here.</summary>
public sealed partial class DocumentPage
{
    private static readonly string[] Keys = ["m"];

    private MarkedDocument? _marked;
    private IReadOnlyCollection<Mark> _marks = [];
    private TextSpan? _adding;
    private bool _missing, _mayDecide, _alert;
    private string? _notice;
    private ElementReference _text;
    private IJSObjectReference? _keys, _listening;
    private DotNetObjectReference<DocumentPage>? _self;

    [Parameter] public string Id { get; set; } = "";
    [Inject] private Ledger Ledger { get; set; } = default!;
    [Inject] private Desk Desk { get; set; } = default!;
    [Inject] private IJSRuntime Script { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        _mayDecide = await Desk.MayDecideAsync();
        await LoadAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) return;
        _self = DotNetObjectReference.Create(this);
        _keys = await Script.InvokeAsync<IJSObjectReference>("import", "./keys.js");
        _listening = await _keys.InvokeAsync<IJSObjectReference>("listen", _self, Keys);
        StateHasChanged();
    }

    [JSInvokable]
    public async Task OnKeyAsync(string key)
    {
        if (key == "m" && _mayDecide) await AddSelectedAsync();
        else _adding = null;
        StateHasChanged();
    }

    private async Task LoadAsync()
    {
        _marked = await Ledger.DocumentAsync(Id);
        _missing = _marked is null;
        if (_marked is not null)
            _marks = [.. _marked.Commitments.Select(x => new Mark(x.Span, $"found-in-text found-{x.State.Code()}", _mayDecide ? x.Id : null, $"{x.Said.Act.Words()}, {x.State.Words()}"))];
    }

    private async Task AddSelectedAsync()
    {
        var selected = _keys is null ? null : await _keys.InvokeAsync<int[]?>("selectedText", _text);
        if (selected is [var start, var end] && _marked is { } marked && new TextSpan(start, Math.Min(end, marked.Document.Text.Length)).Trim(marked.Document.Text) is { Length: > 0 } span)
            (_adding, _notice) = (span, null);
        else
            (_notice, _alert) = ("Select the words in the text that commit somebody, then press M.", true);
    }

    private void AddByKeyboard() => _adding = new(0, 0);

    private async Task AddAsync(Annotation said)
    {
        Tell(await Desk.AddAsync(Id, said), "Added.");
        _adding = null;
        await LoadAsync();
    }

    private async Task MarkAsync()
    {
        var read = _marked!.FullyReadBy is null;
        Tell(await Desk.MarkFullyReadAsync(Id, read), read ? "Noted: read to the end." : "Noted: not read to the end.");
        await LoadAsync();
    }

    private void Tell(Outcome<Decided> outcome, string done) => (_notice, _alert) = outcome.Problem is { } problem ? (problem.Message, true) : (done, false);

    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_listening is not null) await _listening.InvokeVoidAsync("stop");
            if (_keys is not null) await _keys.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser went first.
        }
    }
}
