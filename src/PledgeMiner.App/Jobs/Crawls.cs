using PledgeMiner.Crawling;
using PledgeMiner.Recording;

namespace PledgeMiner.App.Jobs;

/// <summary>The services of a crawl, the same for the web program and for the command; the ledger and the miner are there already.</summary>
internal static class Crawls
{
    /// <summary>Sources crawled at a time. Most of a crawl is waiting for hosts, so that more than there are processors does no harm.</summary>
    public const int Workers = 4;

    public static void Add(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(settings.Crawling);
        services.AddSingleton(x => LedgerWorker.Start(x.GetRequiredService<Ledger>()));
        services.AddSingleton<IFrontier, Frontier>();
        services.AddSingleton<IHosts, Hosts>();
        services.AddSingleton<Crawler>();
        services.AddSingleton<MiningGate>();
        services.AddSingleton<CrawlRun>();
        services.AddSingleton<SourceFile>();
        services.AddSingleton(x => new SourceTest(x.GetRequiredService<Crawler>(), Parts.Reader()));
    }
}
