namespace PledgeMiner;

/// <summary>How far an address has come.</summary>
public enum VisitState
{
    /// <summary>Found and never fetched.</summary>
    Discovered,

    /// <summary>To be fetched again.</summary>
    Due,

    /// <summary>Being fetched by one process.</summary>
    Leased,

    /// <summary>Its bytes are kept and wait for mining.</summary>
    Fetched,

    /// <summary>Being mined by one process.</summary>
    Mining,

    Done,
    Refused,

    /// <summary>Its mining failed too often: left until a person looks at it.</summary>
    SetAside,
}

/// <summary>An address that a list leads to.</summary>
/// <param name="List">Whether it is itself a list of further addresses.</param>
/// <param name="Modified">When it was last changed, where the list says so.</param>
public sealed record Link(Uri Address, bool List = false, DateTimeOffset? Modified = null);

/// <summary>An address that this process alone works on until it gives it back.</summary>
/// <param name="List">Whether it is a list to be followed rather than a page to be mined.</param>
/// <param name="PageId">The stored page that waits for mining; null where it is still to be fetched.</param>
/// <param name="Alone">It was in a process that died with several pages in hand: no other page may be mined beside it.</param>
public sealed record Lease(long Id, long Run, string Source, Uri Address, int Depth, bool List, Validators Validators, long? PageId, bool Alone);

/// <summary>What is known of every address, kept so that no crash loses or doubles a page. Shared by threads.</summary>
public interface IFrontier
{
    /// <summary>Begins a source's run, or goes on with the one that a crash cut off.</summary>
    /// <returns>The run's id, or null while another process or thread runs this source.</returns>
    Task<long?> BeginAsync(Source source, CancellationToken cancel = default);

    /// <summary>Ends a run and lets others run its source.</summary>
    Task EndAsync(long run, CancellationToken cancel = default);

    /// <summary>Lets others run the source and go on with the run, which was stopped on the way.</summary>
    Task PauseAsync(long run, CancellationToken cancel = default);

    /// <summary>Takes the run's next address, or null where none is ready.</summary>
    Task<Lease?> NextAsync(long run, Source source, CancellationToken cancel = default);

    /// <summary>How long until the run's next address is ready; null where none waits.</summary>
    Task<TimeSpan?> WaitAsync(long run, Source source, CancellationToken cancel = default);

    /// <summary>Takes the addresses a list led to, and is done with the list.</summary>
    Task FollowedAsync(Lease lease, IReadOnlyList<Link> links, Validators validators, CancellationToken cancel = default);

    /// <summary>Takes the addresses that a page being mined led to.</summary>
    Task DiscoverAsync(Lease lease, IReadOnlyList<Link> links, CancellationToken cancel = default);

    /// <summary>Keeps a fetched page's bytes.</summary>
    /// <returns>The lease to mine it under, or null where these bytes were mined before.</returns>
    Task<Lease?> KeepAsync(Lease lease, Page page, CancellationToken cancel = default);

    /// <summary>Keeps a page that came without being asked for, from a folder or an archive.</summary>
    /// <returns>The lease to mine it under, or null where these bytes were mined before or another works on them.</returns>
    Task<Lease?> ArriveAsync(long run, Source source, Page page, CancellationToken cancel = default);

    /// <summary>Marks that mining begins: should the process die now, this page may be the cause.</summary>
    Task MiningAsync(Lease lease, CancellationToken cancel = default);

    /// <summary>A page's mining threw: it is tried again at the run's end, and set aside after its last try.</summary>
    /// <returns>Whether it was set aside.</returns>
    Task<bool> FailedAsync(Lease lease, CancellationToken cancel = default);

    /// <summary>The page is recorded.</summary>
    Task DoneAsync(Lease lease, int commitments, Problem? problem, CancellationToken cancel = default);

    /// <summary>The server says that nothing has changed.</summary>
    Task UnchangedAsync(Lease lease, CancellationToken cancel = default);

    /// <summary>It cannot be had, and why.</summary>
    /// <param name="passing">Whether the next run may have more luck.</param>
    Task RefusedAsync(Lease lease, Problem problem, bool passing, CancellationToken cancel = default);

    /// <summary>Its host is to be left alone for so long.</summary>
    Task LaterAsync(Lease lease, TimeSpan rest, CancellationToken cancel = default);

    /// <summary>Gives an address back as it was: the program is stopping.</summary>
    Task ReleaseAsync(Lease lease, CancellationToken cancel = default);
}
