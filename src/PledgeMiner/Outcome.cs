namespace PledgeMiner;

/// <summary>Why something was not done: expected, recorded, and told to a person in one sentence.</summary>
public enum ProblemKind
{
    NotFound, Empty, NoText, NotText, TooLarge, TooDeep, Encrypted, Damaged, TooSlow, UnsupportedFormat, NotEnglish,
    PrivateAddress, UnsupportedScheme, RobotsDisallow, HttpStatus, Unreachable, TooManyRedirects,
    BadAnswer, NotModified, OptedOut, Poisonous, HostResting, Moved,
    Conflict, NotAllowed,
}

/// <summary>An expected refusal: its kind for counting, its message (what is wrong and what to do) for a person.</summary>
/// <param name="Status">For <see cref="ProblemKind.HttpStatus"/>: the status the server answered with.</param>
/// <param name="RetryAfter">How long the server wants to be left alone, where it says so.</param>
/// <param name="Target">For <see cref="ProblemKind.Moved"/>: where to.</param>
public sealed record Problem(ProblemKind Kind, string Message, int? Status = null, TimeSpan? RetryAfter = null, Uri? Target = null);

/// <summary>Either a value or the problem that stands in its place. Expected refusals are outcomes; bugs throw.</summary>
public readonly struct Outcome<T> where T : class
{
    private Outcome(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    /// <summary>The value; null exactly where there is a problem.</summary>
    public T? Value { get; }

    public Problem? Problem { get; }

    public bool TryGet([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Problem? problem)
    {
        (value, problem) = (Value, Problem);
        return value is not null;
    }

    /// <summary>The next step's outcome, or the same problem where there is no value to go on with.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next) where TNext : class =>
        Value is null ? Problem! : next(Value);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Problem problem) => new(null, problem);
}
