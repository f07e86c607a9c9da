using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PledgeMiner.Tests.Crawling;

/// <summary>A server on loopback that says whatever it is told to, byte by byte, to whoever connects.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public HostileServer(Func<HostileConnection, Task> behave, IPAddress? address = null)
    {
        _listener = new TcpListener(address ?? IPAddress.Loopback, 0);
        _listener.Start();
        _serving = ServeAsync(behave);
    }

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri At(string path, string scheme = "http", string host = "127.0.0.1") => new($"{scheme}://{host}:{Port}{path}");

    private async Task ServeAsync(Func<HostileConnection, Task> behave)
    {
        var open = new List<Task>();
        try
        {
            while (true) open.Add(OneAsync(await _listener.AcceptTcpClientAsync(_stop.Token), behave));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task OneAsync(TcpClient client, Func<HostileConnection, Task> behave)
    {
        using (client)
        {
            try
            {
                await behave(new HostileConnection(client, _stop.Token));
            }
            // The crawler hung up, or the test is over.
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Stop();
        _stop.Dispose();
    }
}

/// <summary>One connection of a hostile server.</summary>
internal sealed class HostileConnection(TcpClient client, CancellationToken stop)
{
    public NetworkStream Stream { get; } = client.GetStream();

    public CancellationToken Stop => stop;

    /// <summary>Reads a request's head and returns its first line.</summary>
    public async Task<string> RequestAsync()
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal) && await Stream.ReadAsync(one, stop) == 1) head.Append((char)one[0]);
        return head.ToString();
    }

    public Task SayAsync(string text) => SayAsync(Encoding.Latin1.GetBytes(text));

    public async Task SayAsync(byte[] bytes) => await Stream.WriteAsync(bytes, stop);

    /// <summary>Says the same again and again, with a pause or as fast as it goes.</summary>
    public async Task SayForeverAsync(string text, int pause = 0)
    {
        while (true)
        {
            await SayAsync(text);
            if (pause > 0) await Task.Delay(pause, stop);
        }
    }

    /// <summary>Says nothing more and keeps the connection open.</summary>
    public Task HangAsync() => Task.Delay(Timeout.Infinite, stop);

    /// <summary>Ends the connection with a reset.</summary>
    public void Reset()
    {
        client.Client.LingerState = new LingerOption(true, 0);
        client.Client.Dispose();
    }
}
