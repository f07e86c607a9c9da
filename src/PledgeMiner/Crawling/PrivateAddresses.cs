using System.Net;
using System.Net.Sockets;

namespace PledgeMiner.Crawling;

/// <summary>Addresses that are nobody's public web site: the crawler never connects to them unasked.</summary>
internal static class PrivateAddresses
{
    /// <summary>The special-purpose registries of RFC 6890 (IANA, 2025-10), and the relays that lead back into them.</summary>
    private static readonly IPNetwork[] Blocks =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(x => IPNetwork.Parse(x)),
    ];

    /// <summary>Whether an address is loopback, private, link-local, multicast or reserved, in any of its notations.</summary>
    public static bool Contains(IPAddress address)
    {
        var inner = Embedded(address);
        if (inner is not null) return Contains(inner);
        return Array.Exists(Blocks, x => x.BaseAddress.AddressFamily == address.AddressFamily && x.Contains(address));
    }

    /// <summary>The IPv4 address that an IPv6 one carries: mapped (::ffff:0:0/96), NAT64 (64:ff9b::/96) or 6to4 (2002::/16).</summary>
    private static IPAddress? Embedded(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        var bytes = address.GetAddressBytes();
        if (address.IsIPv4MappedToIPv6) return new IPAddress(bytes[12..]);
        if (bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0])) return new IPAddress(bytes[12..]);
        return bytes[0] == 0x20 && bytes[1] == 0x02 ? new IPAddress(bytes[2..6]) : null;
    }
}
