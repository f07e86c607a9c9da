using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using PledgeMiner.Crawling;

namespace PledgeMiner.Tests.Crawling;

/// <summary>Two hosts on loopback, 127.0.0.1 and localhost, and what each is asked for when the one leads to the other.</summary>
public sealed class CourtesyTests : IAsyncDisposable
{
    private static readonly CrawlOptions Open = new() { PrivateHosts = ["127.0.0.1", "localhost"], HostDelay = TimeSpan.Zero, FirstRetry = TimeSpan.FromMilliseconds(1) };

    private readonly ConcurrentQueue<(string Path, TimeSpan At)> _asked = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly MemoryHosts _hosts = new();
    private readonly Dictionary<string, string> _here = [], _there = [];
    private LoopbackSite? _one, _other;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_a_redirect_leads_to_another_host_its_rules_hold()
    {
        await StartAsync();
        (_here["/a"], _here["/b"]) = ("> /open?utm_source=x#top", "> /closed");
        (_there["/robots.txt"], _there["/open"], _there["/closed"]) = ("User-agent: *\nDisallow: /closed", "text", "text");
        using var crawler = new Crawler(Open, _hosts);

        Assert.Equal(There("/open"), (await VisitAsync(crawler, "/a")).Page!.Address);
        Assert.Equal(ProblemKind.RobotsDisallow, (await VisitAsync(crawler, "/b")).Problem!.Kind);

        Assert.Equal(["/.well-known/tdmrep.json", "/open", "/robots.txt"], AskedThere().Select(x => x.Path).Order());
    }

    [Fact]
    public async Task Where_a_redirect_leads_to_another_host_its_turn_is_waited_for()
    {
        await StartAsync();
        (_here["/a"], _there["/b"], _there["/c"]) = ("> /c", "text", "text");
        var delay = TimeSpan.FromMilliseconds(200);
        using var crawler = new Crawler(Open with { HostDelay = delay }, _hosts);

        await crawler.VisitAsync(There("/b"), Validators.None, cancel: Cancel);
        Assert.Equal(There("/c"), (await VisitAsync(crawler, "/a")).Page!.Address);

        var times = AskedThere().Select(x => x.At).ToList();
        Assert.Equal(4, times.Count);
        // The server notes a request a moment after it was sent.
        Assert.All(times.Zip(times.Skip(1), (x, y) => y - x), x => Assert.True(x > delay - TimeSpan.FromMilliseconds(20), $"{x}"));
    }

    [Fact]
    public async Task Rules_found_under_another_address_speak_for_the_site_they_were_asked_of()
    {
        await StartAsync();
        for (var i = 1; i <= 5; i++) _here[$"/{i}"] = i == 5 ? "> /rules" : $"<{i + 1}";
        (_here["/robots.txt"], _here["/a"], _there["/rules"]) = ("<2", "text", "User-agent: *\nDisallow: /a");
        using (var crawler = new Crawler(Open, _hosts)) Assert.Equal(ProblemKind.RobotsDisallow, (await VisitAsync(crawler, "/a")).Problem!.Kind);

        // One redirect more is one too many, and a file that is not there.
        _here["/robots.txt"] = "<1";
        using var fresh = new Crawler(Open, new MemoryHosts());
        Assert.NotNull((await VisitAsync(fresh, "/a")).Page);
    }

    [Fact]
    public async Task Sites_whose_rules_lead_to_each_other_do_not_wait_for_each_other()
    {
        await StartAsync();
        (_here["/robots.txt"], _there["/robots.txt"], _here["/rules"], _there["/rules"]) = ("> /rules", "< /rules", "", "");
        for (var i = 0; i < 8; i++) (_here[$"/{i}"], _there[$"/{i}"]) = ("text", "text");
        using var crawler = new Crawler(Open, _hosts);
        var visits = Enumerable.Range(0, 16).Select(i => crawler.VisitAsync(i % 2 == 0 ? _one!.At($"/{i / 2}") : There($"/{i / 2}"), Validators.None, cancel: Cancel));
        Assert.All(await Task.WhenAll(visits).WaitAsync(TimeSpan.FromSeconds(20), Cancel), x => Assert.NotNull(x.Page));
    }

    [Fact]
    public async Task A_private_address_is_refused_and_not_put_off()
    {
        await StartAsync();
        _here["/a"] = "> /b";
        using var crawler = new Crawler(Open with { PrivateHosts = ["127.0.0.1"] }, _hosts);
        foreach (var visit in (Visit[])[await VisitAsync(crawler, "/a"), await crawler.VisitAsync(new Uri("http://10.1.2.3/"), Validators.None, cancel: Cancel)])
            Assert.Equal((ProblemKind.PrivateAddress, null), (visit.Problem!.Kind, visit.Rest));
        Assert.Empty(AskedThere());
    }

    [Fact]
    public async Task A_host_that_failed_too_often_is_left_alone_after_a_restart_too()
    {
        await StartAsync();
        for (var i = 0; i < 5; i++) _here[$"/{i}"] = "500";
        using (var crawler = new Crawler(Open, _hosts))
        {
            for (var i = 0; i < 5; i++) await VisitAsync(crawler, $"/{i}");
        }
        _here["/a"] = "text";
        using var next = new Crawler(Open, _hosts);
        var visit = await VisitAsync(next, "/a");
        Assert.Equal(ProblemKind.HostResting, visit.Problem?.Kind);
        Assert.InRange(visit.Rest!.Value, HostResilience.Rest - TimeSpan.FromMinutes(1), HostResilience.Rest);
    }

    private Uri There(string path) => new UriBuilder(_other!.At(path)) { Host = "localhost" }.Uri;

    private Task<Visit> VisitAsync(Crawler crawler, string path) => crawler.VisitAsync(_one!.At(path), Validators.None, cancel: Cancel);

    private IEnumerable<(string Path, TimeSpan At)> AskedThere() => _asked.Where(x => x.Path[0] == '>').Select(x => (x.Path[1..], x.At));

    private async Task StartAsync()
    {
        _one = await LoopbackSite.StartAsync(x => AnswerAsync(x, '<', _here));
        _other = await LoopbackSite.StartAsync(x => AnswerAsync(x, '>', _there));
    }

    /// <summary>"&lt; /x" redirects to one host, "> /x" to the other, "&lt;1" to a path beside; three digits stand for a status.</summary>
    private Task AnswerAsync(HttpContext http, char host, Dictionary<string, string> answers)
    {
        _asked.Enqueue((host + http.Request.Path, _clock.Elapsed));
        var answer = answers.GetValueOrDefault(http.Request.Path, "404");
        if (answer is ['<' or '>', .. var to])
        {
            http.Response.Redirect(to[0] != ' ' ? "/" + to : (answer[0] == '<' ? _one!.At(to.Trim()) : There(to.Trim())).AbsoluteUri);
            return Task.CompletedTask;
        }
        if (answer.Length == 3) http.Response.StatusCode = int.Parse(answer);
        return http.Response.WriteAsync(answer);
    }

    public async ValueTask DisposeAsync()
    {
        if (_one is not null) await _one.DisposeAsync();
        if (_other is not null) await _other.DisposeAsync();
    }
}
