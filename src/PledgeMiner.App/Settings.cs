using System.Text.Json;
using PledgeMiner.Crawling;

namespace PledgeMiner.App;

/// <summary>
/// Every setting with its default. A value comes from the command line, else from an environment variable
/// PLEDGEMINER_NAME, else from settings.json in the data folder, else from here.
/// </summary>
public sealed class Settings
{
    /// <summary>The folder that holds the ledger, the accounts and the keys.</summary>
    public string Data { get; set; } = "./data";

    /// <summary>Where the web pages are served; beyond loopback only behind a proxy that speaks TLS.</summary>
    public string Urls { get; set; } = "http://127.0.0.1:5080";

    /// <summary>The names under which people reach the pages, besides those of this machine's loopback and of Urls.</summary>
    public string[] Hosts { get; set; } = [];

    /// <summary>The folder of models; empty for the data folder's own, where there are any, else the bundled ones.</summary>
    public string Models { get; set; } = "";

    /// <summary>Which tagger finds words and names: own, or catalyst in a build that has it.</summary>
    public string Tagger { get; set; } = "own";

    /// <summary>How site owners reach you (mailto: or https: address); part of the crawler's User-Agent. Web sources wait until it is set.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Hosts that may be fetched although their address is private.</summary>
    public string[] PrivateHosts { get; set; } = [];

    /// <summary>Seconds between two requests to one host.</summary>
    public double HostDelay { get; set; } = 2;

    /// <summary>When a source that has no schedule of its own is crawled, as a cron expression.</summary>
    public string Schedule { get; set; } = "0 2 * * *";

    /// <summary>The time zone of that schedule, as an IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The share of commitments that two people judge without knowing of each other, from 0 to 1.</summary>
    public double SecondOpinions { get; set; } = 0.1;

    /// <summary>Reads the settings.</summary>
    /// <param name="data">The data folder named on the command line, or null.</param>
    /// <exception cref="InvalidDataException">A value is not what it should be; the message says which and what to do.</exception>
    public static Settings Load(string? data)
    {
        var environment = new ConfigurationBuilder().AddEnvironmentVariables("PLEDGEMINER_").Build();
        var folder = data ?? environment[nameof(Data)] ?? new Settings().Data;
        var file = Path.GetFullPath(Path.Combine(folder, "settings.json"));
        try
        {
            var settings = new ConfigurationBuilder().AddJsonFile(file, optional: true).AddConfiguration(environment).Build().Get<Settings>() ?? new Settings();
            settings.Data = folder;
            settings.Check();
            return settings;
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException or FormatException && e is not InvalidDataException)
        {
            throw new InvalidDataException($"The settings cannot be read ({(e.InnerException ?? e).Message.TrimEnd('.')}): mend {file} or the variables PLEDGEMINER_*.", e);
        }
    }

    public CrawlOptions Crawling => new() { Contact = Contact, PrivateHosts = PrivateHosts, HostDelay = TimeSpan.FromSeconds(HostDelay) };

    /// <summary>The hosts that a request may ask for: any other came here by a trick.</summary>
    public IList<string> AllowedHosts =>
        [.. Hosts.Concat(["localhost", "127.0.0.1", "[::1]"]).Concat(Urls.Split(';').Select(x => BindingAddress.Parse(x).Host)).Where(x => x is not ("" or "*" or "+" or "0.0.0.0" or "[::]")).Distinct()];

    /// <summary>The folder of models that judge.</summary>
    public string ModelFolder =>
        Models.Length > 0 ? Models
        : Directory.Exists(Path.Combine(Data, "models")) ? Path.Combine(Data, "models")
        : Path.Combine(AppContext.BaseDirectory, "models");

    private void Check()
    {
        if (!Cronos.CronExpression.TryParse(Schedule, out _)) throw new InvalidDataException($"The setting Schedule, '{Schedule}', is not a cron expression: write five fields such as '0 2 * * *'.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _)) throw new InvalidDataException($"The setting TimeZone, '{TimeZone}', is not known here: write an IANA name such as Europe/Brussels.");
        if (HostDelay is not (>= 0 and <= 3600)) throw new InvalidDataException($"The setting HostDelay, {HostDelay}, is not a number of seconds from 0 to 3600: 2 is courteous.");
        if (SecondOpinions is not (>= 0 and <= 1)) throw new InvalidDataException($"The setting SecondOpinions, {SecondOpinions}, is not a share: write a number from 0 to 1, such as 0.1.");
        if (Array.Find(Hosts, x => Uri.CheckHostName(x.Trim('[', ']')) == UriHostNameType.Unknown) is { } host)
            throw new InvalidDataException($"The setting Hosts names '{host}', which is no host: write a name such as pledges.example.org, without https:// and without a path.");
    }
}
