using System.Net;
using System.Net.Sockets;

namespace PledgeMiner.Crawling;

/// <summary>Addresses that are nobody's public web site: the crawler never connects to them unasked.</summary>
internal static class PrivateAddresses
{
    /// <summary>The special-purpose registries of RFC 6890 (IANA, 2025-10), and a cloud's machine service on a public address.</summary>
    private static readonly IPNetwork[] Blocks =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(x => IPNetwork.Parse(x)),
    ];

    /// <summary>All that IANA has given out for public use; what lies outside is loopback, link-local, unique local, multicast or reserved.</summary>
    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Whether an address is loopback, private, link-local, multicast or reserved, in any of its notations.</summary>
    public static bool Contains(IPAddress address)
    {
        if (Translated(address) is { } inner) return Contains(inner);
        if (address.AddressFamily == AddressFamily.InterNetworkV6 && !GlobalUnicast.Contains(address)) return true;
        return Array.Exists(Blocks, x => x.BaseAddress.AddressFamily == address.AddressFamily && x.Contains(address))
            || (Tunnelled(address) is { } tunnelled && Contains(tunnelled));
    }

    /// <summary>The IPv4 address that is reached by an IPv6 one: mapped (::ffff:0:0/96), translated (::ffff:0:0:0/96) or NAT64 (64:ff9b::/96).</summary>
    private static IPAddress? Translated(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        var bytes = address.GetAddressBytes();
        ReadOnlySpan<byte> head = bytes.AsSpan(0, 12);
        return address.IsIPv4MappedToIPv6
            || head.SequenceEqual((ReadOnlySpan<byte>)[0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0])
            || head.SequenceEqual((ReadOnlySpan<byte>)[0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0])
            ? new IPAddress(bytes[12..]) : null;
    }

    /// <summary>The IPv4 end of a tunnel: 6to4 (2002::/16) or ISATAP (RFC 5214).</summary>
    private static IPAddress? Tunnelled(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return null;
        var bytes = address.GetAddressBytes();
        if (bytes[0] == 0x20 && bytes[1] == 0x02) return new IPAddress(bytes[2..6]);
        return (bytes[8] & 0xFC) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe ? new IPAddress(bytes[12..]) : null;
    }
}
