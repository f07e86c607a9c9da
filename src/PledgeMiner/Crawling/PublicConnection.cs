using System.Net;
using System.Net.Sockets;

namespace PledgeMiner.Crawling;

/// <summary>Opens connections to public addresses only, checked on the very address that is connected to.</summary>
internal static class PublicConnection
{
    public static SocketsHttpHandler Handler(CrawlOptions options) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 64,
        ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, options, cancel),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, CrawlOptions options, CancellationToken cancel)
    {
        var addresses = IPAddress.TryParse(to.Host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(to.Host, cancel);
        if (!options.PrivateHosts.Contains(to.Host, StringComparer.OrdinalIgnoreCase))
        {
            // One private answer among public ones is a trap as much as a private answer alone.
            if (Array.Find(addresses, PrivateAddresses.Contains) is { } found) throw new PrivateAddressException(found);
        }
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A host's name led to an address that is not public.</summary>
internal sealed class PrivateAddressException(IPAddress address) : IOException
{
    public IPAddress Address { get; } = address;
}
