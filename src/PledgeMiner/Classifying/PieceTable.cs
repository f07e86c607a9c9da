using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PledgeMiner.Classifying;

/// <summary>
/// What each piece of a word gives to the network wherever it stands, worked out when the piece is first met: what each detector answers to it at each of its
/// places, in whole steps of the detector's own, and what it tells where it stands before a sentence. Whole numbers of a byte take a quarter of the memory of
/// fractions, and memory is what reading waits for. Shared by threads.
/// </summary>
internal sealed class PieceTable(TextCnnWeights weights, int pieces)
{
    /// <summary>Detectors that answer at once.</summary>
    public static readonly int Lanes = Vector512<short>.Count;

    /// <summary>Bytes that memory gives at once.</summary>
    private const int Line = 64;

    // Pieces lie in the order in which they were met, so that those of most words share few pages; room that none has taken yet is never touched, and takes no memory.
    private readonly int[] _places = new int[pieces];
    private readonly sbyte[] _answers = new sbyte[(pieces + 1) * weights.Width * TextCnnWeights.Kernel];
    private readonly float[] _told = new float[(pieces + 1) * weights.ContextWidth];
    private readonly float[] _weight = new float[pieces + 1];
    private readonly Lock _meeting = new();
    private int _met;

    /// <summary>To be called before the others.</summary>
    public void Meet(ReadOnlySpan<int> ids)
    {
        foreach (var id in ids) if (Volatile.Read(ref _places[id]) == 0) Meet(id);
    }

    /// <summary>Brings all answers to some pieces near: memory gives them faster in one go than group by group.</summary>
    public void Fetch(ReadOnlySpan<int> ids)
    {
        foreach (var id in ids)
        {
            var answers = AnswersAt(_places[id]);
            for (var i = 0; i < answers.Length; i += Line) Volatile.Read(ref answers[i]);
        }
    }

    /// <summary>Answers of a group of detectors to a piece: all at their first place, then all at their second, and so on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly sbyte Answers(int id, int group) => ref _answers[((_places[id] * weights.Width) + (group * Lanes)) * TextCnnWeights.Kernel];

    /// <summary>What a piece tells where it stands before a sentence, already weighed.</summary>
    public ReadOnlySpan<float> Told(int id) => _told.AsSpan(_places[id] * weights.ContextWidth, weights.ContextWidth);

    /// <summary>How much a piece counts where it stands before a sentence; more than 0.</summary>
    public float Weight(int id) => _weight[_places[id]];

    private void Meet(int id)
    {
        lock (_meeting)
        {
            if (_places[id] != 0) return;
            // No piece stands at the first place: it says that a piece has none.
            var place = ++_met;
            weights.Answer(id, AnswersAt(place));
            _weight[place] = weights.Tell(id, _told.AsSpan(place * weights.ContextWidth, weights.ContextWidth));
            // Last: it says that the rest is there.
            Volatile.Write(ref _places[id], place);
        }
    }

    private Span<sbyte> AnswersAt(int place) => _answers.AsSpan(place * weights.Width * TextCnnWeights.Kernel, weights.Width * TextCnnWeights.Kernel);
}
