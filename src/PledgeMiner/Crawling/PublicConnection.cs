using System.Net;
using System.Net.Sockets;

namespace PledgeMiner.Crawling;

/// <summary>Opens connections to public addresses only, checked on the very address that is connected to.</summary>
internal static class PublicConnection
{
    public static SocketsHttpHandler Handler(CrawlOptions options) => new()
    {
        AllowAutoRedirect = false,
        // We decompress ourselves, to count what goes in and what comes out.
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        // A proxy of the environment would connect in our stead, to whatever a name leads to.
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = 64,
        // What is left of an answer that nobody reads is not waited for.
        MaxResponseDrainSize = 65_536,
        ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        ConnectCallback = (context, cancel) => ConnectAsync(context.DnsEndPoint, options, cancel),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint to, CrawlOptions options, CancellationToken cancel)
    {
        // Only what is an address in our own reading is taken as one: the system's resolver knows more notations.
        var literal = UrlHost.Normal(to.Host.Contains(':') ? $"[{to.Host.Trim('[', ']')}]" : to.Host) is { } host && IPAddress.TryParse(host.Trim('[', ']'), out var parsed) ? parsed : null;
        var addresses = literal is not null ? [literal] : await Dns.GetHostAddressesAsync(to.Host, cancel);
        if (!PrivateHosts.Allows(options.PrivateHosts, to.Host))
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
