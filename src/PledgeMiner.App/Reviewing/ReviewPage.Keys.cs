using Microsoft.JSInterop;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Reviewing;

/// <summary>What each key of the review page does.</summary>
public sealed partial class ReviewPage
{
    private static readonly string[] Keys = ["Enter", "x", "X", "1", "2", "3", "4", "5", "6", "a", "f", "e", "c", "s", "n", "u", "?"];

    private static readonly (string Key, string Meaning)[] KeyMeanings =
    [
        ("Enter", "accept it as it stands and show the next"), ("X", "reject it"), ("Shift X", "reject it and say why"), ("1 to 6", "put a pillar in or take it out"),
        ("A", "the next act"), ("F", "the next force"), ("E", "edit its slots"), ("C", "comment"), ("S", "ask for a second opinion"), ("N", "skip it"),
        ("U or Ctrl Z", "take the last decision back"), ("Esc", "close what is open"), ("?", "show or hide these keys"),
    ];

    /// <summary>A key was pressed outside of any field.</summary>
    [JSInvokable]
    public async Task OnKeyAsync(string key)
    {
        switch (key)
        {
            case "Escape": (_mode, _help) = (Mode.Reading, false); break;
            case "?": _help = !_help; break;
            case "u": await UndoAsync(); return;
            case "n": await SkipAsync(); return;
            case "Enter": await DecideAsync(Decision.Accept); return;
            case "x" when !IsSampled: await DecideAsync(Decision.Reject); return;
            case "X" when !IsSampled: await OpenAsync(Mode.Reason); return;
            case "c": await OpenAsync(Mode.Comment); return;
            case "e": await OpenAsync(Mode.Slots); return;
            case "s": _asksSecond = !_asksSecond; break;
            case "a" when !Idle: _said = Labelling.NextAct(_said, _item!.Origin); break;
            case "f" when !Idle: _said = Labelling.NextForce(_said); break;
            case [>= '1' and <= '6'] when !Idle: _said = Labelling.Toggled(_said, Labels.All<Pillar>()[key[0] - '1']); break;
        }
        StateHasChanged();
    }
}
