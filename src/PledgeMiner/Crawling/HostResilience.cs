using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Registry;
using Polly.Retry;

namespace PledgeMiner.Crawling;

/// <summary>
/// What becomes of a page whose host is in trouble: it is asked again after a growing pause with jitter, or after the pause the host
/// asks for; a host that keeps failing is left alone for a while, every page of it. Shared by threads.
/// </summary>
public sealed class HostResilience : IDisposable
{
    /// <summary>Longer pauses are the schedule's business: no worker sleeps through them.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    private readonly ResiliencePipelineRegistry<string> _hosts = new();
    private readonly TimeProvider _clock;
    private readonly Func<string, Task> _opened;

    /// <param name="retries">Beyond the first try.</param>
    /// <param name="firstPause">The pause that grows twofold.</param>
    /// <param name="opened">Told the name of a host when it begins to be left alone.</param>
    public HostResilience(TimeProvider? clock = null, int retries = 3, TimeSpan? firstPause = null, Func<string, Task>? opened = null)
    {
        (_clock, Retries, FirstPause, _opened) = (clock ?? TimeProvider.System, retries, firstPause ?? TimeSpan.FromSeconds(5), opened ?? (_ => Task.CompletedTask));
    }

    private int Retries { get; }

    private TimeSpan FirstPause { get; }

    /// <summary>How long a failing host is left alone.</summary>
    public static TimeSpan Rest { get; } = TimeSpan.FromMinutes(10);

    /// <summary>Fetches a page with patience; a host that is being left alone is <see cref="ProblemKind.HostResting"/> with the time that is left.</summary>
    public async Task<Outcome<Page>> FetchAsync(Uri address, Func<CancellationToken, Task<Outcome<Page>>> fetch, CancellationToken cancel = default)
    {
        try
        {
            return await PipelineOf(address).ExecuteAsync(async token => await fetch(token), cancel);
        }
        catch (BrokenCircuitException e)
        {
            return new Problem(ProblemKind.HostResting, $"{address.Host} failed too often and is left alone for a while: its pages come later.", RetryAfter: e.RetryAfter ?? Rest);
        }
    }

    /// <summary>Whether a later try may end otherwise.</summary>
    public static bool IsPassing(Problem? problem) => problem switch
    {
        { Kind: ProblemKind.TooSlow or ProblemKind.Unreachable or ProblemKind.BadAnswer } => true,
        { Kind: ProblemKind.HttpStatus, Status: (int)HttpStatusCode.TooManyRequests or (int)HttpStatusCode.RequestTimeout or >= 500 and not (int)HttpStatusCode.NotImplemented } => true,
        _ => false,
    };

    private ResiliencePipeline<Outcome<Page>> PipelineOf(Uri address) =>
        _hosts.GetOrAddPipeline<Outcome<Page>>(address.GetLeftPart(UriPartial.Authority), builder =>
        {
            builder.TimeProvider = _clock;
            builder
                .AddRetry(new RetryStrategyOptions<Outcome<Page>>
                {
                    ShouldHandle = x => ValueTask.FromResult(x.Outcome.Result.Problem is { } problem && IsPassing(problem) && (problem.RetryAfter ?? TimeSpan.Zero) <= LongestPause),
                    MaxRetryAttempts = Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    Delay = FirstPause,
                    MaxDelay = LongestPause,
                    DelayGenerator = x => ValueTask.FromResult(x.Outcome.Result.Problem?.RetryAfter),
                })
                .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Outcome<Page>>
                {
                    ShouldHandle = x => ValueTask.FromResult(IsPassing(x.Outcome.Result.Problem)),
                    // A host of which eight answers in ten fail, ten asked for, is down; a single bad page is tried four times.
                    FailureRatio = 0.8,
                    MinimumThroughput = 10,
                    SamplingDuration = TimeSpan.FromMinutes(5),
                    BreakDuration = Rest,
                    OnOpened = _ => new ValueTask(_opened(address.IdnHost)),
                });
        });

    public void Dispose() => _hosts.Dispose();
}
