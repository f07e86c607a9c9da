using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace PledgeMiner.Classifying;

/// <summary>
/// What each piece of a word gives to the network wherever it stands, worked out when the piece is first met: what each detector answers to it at each of its
/// places, in whole steps of the detector's own, and what it tells where it stands before a sentence. Whole numbers of a byte take a quarter of the memory of
/// fractions, and memory is what reading waits for. Shared by threads: two that meet a piece at once write the same.
/// </summary>
internal sealed class PieceTable(TextCnnWeights weights, int pieces)
{
    /// <summary>Detectors that answer at once.</summary>
    public static readonly int Lanes = Vector512<short>.Count;

    // Room of pieces that are never met is never touched, and takes no memory.
    private readonly sbyte[] _answers = new sbyte[pieces * weights.Width * TextCnnWeights.Kernel];
    private readonly float[] _told = new float[pieces * weights.ContextWidth];
    private readonly float[] _weight = new float[pieces];

    /// <summary>To be called before the others.</summary>
    public void Meet(ReadOnlySpan<int> ids)
    {
        foreach (var id in ids) if (Volatile.Read(ref _weight[id]) == 0) Meet(id);
    }

    /// <summary>Answers of a group of detectors to a piece: all at their first place, then all at their second, and so on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly sbyte Answers(int id, int group) => ref _answers[((id * weights.Width) + (group * Lanes)) * TextCnnWeights.Kernel];

    /// <summary>What a piece tells where it stands before a sentence, already weighed.</summary>
    public ReadOnlySpan<float> Told(int id) => _told.AsSpan(id * weights.ContextWidth, weights.ContextWidth);

    /// <summary>How much a piece counts where it stands before a sentence; more than 0.</summary>
    public float Weight(int id) => _weight[id];

    private void Meet(int id)
    {
        weights.Answer(id, _answers.AsSpan(id * weights.Width * TextCnnWeights.Kernel, weights.Width * TextCnnWeights.Kernel));
        var weight = weights.Tell(id, _told.AsSpan(id * weights.ContextWidth, weights.ContextWidth));
        // Last: it says that the rest is there.
        Volatile.Write(ref _weight[id], weight);
    }
}
