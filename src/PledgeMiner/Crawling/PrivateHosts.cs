using System.Net;

namespace PledgeMiner.Crawling;

/// <summary>Which hosts may be asked for pages: no name or address of this machine, its network or its cloud.</summary>
public static class PrivateHosts
{
    /// <summary>Names that never leave a machine, a site or a cloud (RFC 6761, 6762, 8375, ICANN SAC113), and services whose names spell any address.</summary>
    private static readonly string[] Endings =
    [
        "localhost", "localdomain", "local", "internal", "home.arpa", "intranet", "private", "corp", "home", "lan", "svc",
        "localtest.me", "lvh.me", "vcap.me", "nip.io", "sslip.io", "xip.io",
    ];

    /// <summary>Why an address is not fetched: it is not of the web, or its host is private by its very name. The addresses behind a public name are looked at when connecting.</summary>
    /// <param name="allowed">Hosts that may be fetched although they are private.</param>
    public static Problem? Check(Uri address, IReadOnlyCollection<string> allowed)
    {
        if (address.Scheme is not ("http" or "https"))
            return new Problem(ProblemKind.UnsupportedScheme, $"{Shown(address)} is not an http or https address: only those are fetched.");
        if (UrlHost.Normal(address.Host) is not { } host)
            return new Problem(ProblemKind.Unreachable, $"{Shown(address)} has no host that could be reached: check the address.");
        if (Allows(allowed, host)) return null;
        var isAddress = IPAddress.TryParse(host, out var literal);
        return (isAddress ? PrivateAddresses.Contains(literal!) : IsPrivateName(host)) ? Private(address, host) : null;
    }

    /// <summary>The problem of an address that leads to a private host.</summary>
    internal static Problem Private(Uri address, string found) =>
        new(ProblemKind.PrivateAddress, $"{Shown(address)} leads to the private address {found}, which is not fetched: if that is meant, name the host {address.Host} in the setting PrivateHosts.");

    internal static bool Allows(IReadOnlyCollection<string> allowed, string host) =>
        allowed.Any(x => x.Trim('[', ']').Equals(host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase));

    /// <summary>An address as messages show it: a "data:" address may be megabytes long.</summary>
    internal static string Shown(Uri address) => address.AbsoluteUri is { Length: > 300 } long_ ? long_[..300] + "..." : address.AbsoluteUri;

    /// <summary>A name without a dot is completed from the machine's own network.</summary>
    private static bool IsPrivateName(string host) =>
        !host.Contains('.') || Array.Exists(Endings, x => host.Equals(x, StringComparison.Ordinal) || host.EndsWith("." + x, StringComparison.Ordinal));
}
