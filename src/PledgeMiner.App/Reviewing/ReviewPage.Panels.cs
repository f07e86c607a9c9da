using System.Data.Common;
using Microsoft.JSInterop;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Reviewing;

/// <summary>The panels of the review page, its waiting and its end.</summary>
public sealed partial class ReviewPage
{
    private const string Busy = "The ledger is busy: this page looks again by itself.";

    private bool _focus;

    private Task OpenAsync(Mode mode)
    {
        if (!Idle) (_mode, _words, _focus) = (mode, "", true);
        StateHasChanged();
        return Task.CompletedTask;
    }

    private void Close() => _mode = Mode.Reading;

    private async Task WriteAsync()
    {
        var words = _words.Trim();
        if (_mode == Mode.Reason)
        {
            await DecideAsync(Decision.Reject, words.Length > 0 ? words : null);
            return;
        }
        Close();
        if (words.Length == 0 || _item is not { } item) return;
        if ((await Desk.CommentAsync(item, words)).TryGet(out var comment, out var problem)) _item = item with { Comments = [.. item.Comments, comment] };
        else Tell(problem.Message, alert: true);
    }

    private void Tell(string notice, bool alert = false) => (_notice, _alert) = (notice, alert);

    private string HrefOf(QueueOrder order) => FilterQuery.Of(Address).With("review", ("queue", order.Code()));

    private string EmptyNotice() =>
        _list.Order == QueueOrder.Sample ? "No sentence of the sample waits for an answer."
        : _list.Filter != CommitmentFilter.All ? "Nothing that this filter lets through waits for you."
        : _tally is { Accepted: 0, Rejected: 0, HalfRead: 0, Waiting: 0 } ? "The first pages are being read; this page looks again by itself."
        : _tally.HalfRead > 0 ? $"{Wording.Count(_tally.HalfRead, "commitment")} of yours or others' may wait for a second opinion by somebody else." : "Every commitment found so far has been decided.";

    private async Task RestartAsync()
    {
        await LetGoAsync();
        (_item, _next, _notice) = (null, null, null);
        _passed.Clear();
        await FillAsync();
        StateHasChanged();
    }

    private async Task WaitForWorkAsync()
    {
        using var timer = new PeriodicTimer(LookAgain, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_closing.Token))
            {
                if (_item is null) await InvokeAsync(LookAsync);
            }
        }
        catch (Exception) when (_closing.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }

    /// <summary>Looks whether something waits. A ledger too busy to answer is asked again: the page is not to end over it, nor to wait in silence.</summary>
    private async Task LookAsync()
    {
        try
        {
            await FillAsync();
            _loaded = true;
            if (_notice == Busy) _notice = null;
        }
        catch (DbException e)
        {
            Log.LogWarning(e, "The ledger gave nothing out");
            Tell(Busy, alert: true);
        }
        StateHasChanged();
    }

    private Task LetGoAsync()
    {
        string[] held = [.. new[] { _item, _next }.OfType<ReviewItem>().Select(x => x.Id)];
        return held.Length == 0 || _analyst is null ? Task.CompletedTask : Ledger.ReleaseAsync(_analyst, held);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await LetGoAsync();
        _closing.Dispose();
        _turn.Dispose();
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
