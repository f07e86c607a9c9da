using Microsoft.Extensions.Time.Testing;
using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

public class HostResilienceTests
{
    private static readonly Uri Address = new("https://x.org/a");
    private static readonly Page Page = new(Address, [], null, "", default);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passing_problem_is_tried_again_after_a_growing_pause()
    {
        var clock = new FakeTimeProvider();
        using var resilience = new HostResilience(clock);
        var tries = new List<DateTimeOffset>();

        var outcome = await RunAsync(clock, resilience.FetchAsync(Address, _ =>
        {
            tries.Add(clock.GetUtcNow());
            return Task.FromResult<Outcome<Page>>(tries.Count < 4 ? new Problem(ProblemKind.TooSlow, "") : Page);
        }, Cancel));

        Assert.NotNull(outcome.Value);
        Assert.Equal(4, tries.Count);
        Assert.All(tries.Zip(tries.Skip(1), (x, y) => y - x), x => Assert.True(x > TimeSpan.Zero));
    }

    [Fact]
    public async Task The_pause_that_a_server_asks_for_is_kept_and_a_long_one_is_left_to_the_schedule()
    {
        var clock = new FakeTimeProvider();
        using var resilience = new HostResilience(clock);
        var tries = new List<DateTimeOffset>();
        Task<Outcome<Page>> Ask(int seconds) => resilience.FetchAsync(Address, _ =>
        {
            tries.Add(clock.GetUtcNow());
            return Task.FromResult<Outcome<Page>>(new Problem(ProblemKind.HttpStatus, "", 503, TimeSpan.FromSeconds(seconds)));
        }, Cancel);

        await RunAsync(clock, Ask(40));
        Assert.Equal(4, tries.Count);
        Assert.All(tries.Zip(tries.Skip(1), (x, y) => y - x), x => Assert.True(x >= TimeSpan.FromSeconds(40)));
        tries.Clear();
        await RunAsync(clock, Ask(3600));
        Assert.Single(tries);
    }

    [Theory]
    [InlineData(ProblemKind.HttpStatus, 404), InlineData(ProblemKind.PrivateAddress, null), InlineData(ProblemKind.RobotsDisallow, null), InlineData(ProblemKind.TooLarge, null), InlineData(ProblemKind.NotModified, 304), InlineData(ProblemKind.HttpStatus, 501)]
    public async Task What_will_not_change_is_tried_once(ProblemKind kind, int? status)
    {
        using var resilience = new HostResilience(new FakeTimeProvider());
        var tries = 0;
        await resilience.FetchAsync(Address, _ => Task.FromResult<Outcome<Page>>(new Problem(kind, $"{++tries}", status)), Cancel);
        Assert.Equal(1, tries);
    }

    [Fact]
    public async Task A_host_that_keeps_failing_is_left_alone_for_a_while_and_others_are_not()
    {
        var clock = new FakeTimeProvider();
        using var resilience = new HostResilience(clock, retries: 1, firstPause: TimeSpan.Zero);
        var asked = 0;
        Task<Outcome<Page>> Ask(Uri address, bool fails) => resilience.FetchAsync(address, _ =>
        {
            asked++;
            return Task.FromResult<Outcome<Page>>(fails ? new Problem(ProblemKind.Unreachable, "down") : Page);
        }, Cancel);

        for (var i = 0; i < 20; i++) await Ask(Address, fails: true);
        var before = asked;
        var refused = await Ask(Address, fails: false);

        Assert.InRange(before, 10, 15);
        Assert.Equal(before, asked);
        Assert.Equal(ProblemKind.HostResting, refused.Problem!.Kind);
        Assert.InRange(refused.Problem.RetryAfter!.Value, TimeSpan.FromSeconds(1), HostResilience.Rest);
        Assert.NotNull((await Ask(new Uri("https://y.org/"), fails: false)).Value);
        clock.Advance(HostResilience.Rest);
        Assert.NotNull((await Ask(Address, fails: false)).Value);
    }

    /// <summary>Lets the clock run, in small steps, until the work is done.</summary>
    private static async Task<Outcome<Page>> RunAsync(FakeTimeProvider clock, Task<Outcome<Page>> work)
    {
        while (!work.IsCompleted)
        {
            clock.Advance(TimeSpan.FromMilliseconds(500));
            await Task.Yield();
        }
        return await work;
    }
}
