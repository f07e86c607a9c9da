using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using PledgeMiner.Recording.Schema;

namespace PledgeMiner.Recording;

/// <summary>The ledger's tables, the same on every database engine; each engine derives its own context with its own migrations.</summary>
public abstract class LedgerContext(DbContextOptions options) : DbContext(options)
{
    internal DbSet<BodyRow> Bodies => Set<BodyRow>();
    internal DbSet<PageRow> Pages => Set<PageRow>();
    internal DbSet<DocumentRow> Documents => Set<DocumentRow>();
    internal DbSet<CommitmentRow> Commitments => Set<CommitmentRow>();
    internal DbSet<JudgementRow> Judgements => Set<JudgementRow>();
    internal DbSet<VerdictRow> Verdicts => Set<VerdictRow>();
    internal DbSet<LeaseRow> Leases => Set<LeaseRow>();
    internal DbSet<CommentRow> Comments => Set<CommentRow>();
    internal DbSet<FullReadingRow> FullReadings => Set<FullReadingRow>();
    internal DbSet<RunRow> Runs => Set<RunRow>();
    internal DbSet<RefusalRow> Refusals => Set<RefusalRow>();
    internal DbSet<FrontierRow> Frontier => Set<FrontierRow>();
    internal DbSet<RevisionRow> Revisions => Set<RevisionRow>();
    internal DbSet<SourceRow> Sources => Set<SourceRow>();
    internal DbSet<WorkerRow> Workers => Set<WorkerRow>();
    internal DbSet<HostRow> Hosts => Set<HostRow>();
    internal DbSet<SiteFileRow> SiteFiles => Set<SiteFileRow>();
    internal DbSet<AlarmRow> Alarms => Set<AlarmRow>();
    internal DbSet<SignatureRow> Signatures => Set<SignatureRow>();

    /// <summary>Commitments whose quote or title holds all words of a text.</summary>
    internal abstract IQueryable<CommitmentRow> Matching(string text);

    /// <summary>Puts a commitment's words into the full-text index.</summary>
    internal abstract Task IndexAsync(long number, string quote, string? title, CancellationToken cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Act>().HaveConversion<LabelConverter<Act>>();
        configurationBuilder.Properties<Force>().HaveConversion<LabelConverter<Force>>();
        configurationBuilder.Properties<Decision>().HaveConversion<LabelConverter<Decision>>();
        configurationBuilder.Properties<Capacity>().HaveConversion<LabelConverter<Capacity>>();
        configurationBuilder.Properties<Origin>().HaveConversion<LabelConverter<Origin>>();
        configurationBuilder.Properties<ReviewState>().HaveConversion<LabelConverter<ReviewState>>();
        configurationBuilder.Properties<ProblemKind>().HaveConversion<LabelConverter<ProblemKind>>();
        configurationBuilder.Properties<VisitState>().HaveConversion<LabelConverter<VisitState>>();
        configurationBuilder.Properties<SofteningKind>().HaveConversion<LabelConverter<SofteningKind>>();
        configurationBuilder.Properties<IReadOnlyList<Block>>().HaveConversion<JsonConverter<IReadOnlyList<Block>>, JsonComparer<IReadOnlyList<Block>>>();
        configurationBuilder.Properties<Commitment>().HaveConversion<JsonConverter<Commitment>, JsonComparer<Commitment>>();
        configurationBuilder.Properties<Annotation>().HaveConversion<JsonConverter<Annotation>, JsonComparer<Annotation>>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<BodyRow>().ToTable("bodies").HasKey(x => x.Hash);
        modelBuilder.Entity<PageRow>(page =>
        {
            page.ToTable("pages");
            page.HasIndex(x => new { x.Address, x.BodyHash }).IsUnique();
            page.HasOne(x => x.Body).WithMany().HasForeignKey(x => x.BodyHash).OnDelete(DeleteBehavior.Restrict);
            page.HasOne(x => x.Document).WithMany().HasForeignKey(x => x.DocumentId).OnDelete(DeleteBehavior.Restrict);
        });
        modelBuilder.Entity<DocumentRow>().ToTable("documents");
        modelBuilder.Entity<CommitmentRow>(commitment =>
        {
            commitment.ToTable("commitments");
            commitment.HasIndex(x => new { x.DocumentId, x.Start, x.End, x.Ordinal }).IsUnique();
            commitment.HasIndex(x => new { x.FoundAt, x.Act });
            commitment.HasIndex(x => new { x.DecidedAt, x.Act });
            commitment.HasIndex(x => new { x.Act, x.State });
            commitment.HasIndex(x => x.Number);
            commitment.HasIndex(x => new { x.Published, x.Number });
            commitment.HasIndex(x => x.State);
            // One index for each order of the queue.
            commitment.HasIndex(x => new { x.Open, x.Origin, x.ActScore });
            commitment.HasIndex(x => new { x.Open, x.Origin, x.FoundAt });
            commitment.HasIndex(x => new { x.Open, x.Origin, x.Worth });
            commitment.HasIndex(x => new { x.Open, x.Origin, x.Draw });
            commitment.Ignore(x => x.Span);
            // Compared as a number: a bare truth value would pass the indices by.
            commitment.Property(x => x.Open).HasConversion<int>();
            commitment.HasOne(x => x.Document).WithMany(x => x.Commitments).HasForeignKey(x => x.DocumentId);
        });
        modelBuilder.Entity<JudgementRow>(judgement =>
        {
            judgement.ToTable("judgements");
            judgement.HasIndex(x => new { x.CommitmentId, x.ModelVersion }).IsUnique();
            judgement.HasOne(x => x.Commitment).WithMany(x => x.Judgements).HasForeignKey(x => x.CommitmentId);
        });
        modelBuilder.Entity<VerdictRow>(verdict =>
        {
            verdict.ToTable("verdicts");
            verdict.HasIndex(x => x.RequestId).IsUnique();
            verdict.HasIndex(x => x.Batch);
            verdict.HasIndex(x => new { x.Analyst, x.Id });
            verdict.HasOne(x => x.Commitment).WithMany(x => x.Verdicts).HasForeignKey(x => x.CommitmentId);
        });
        modelBuilder.Entity<LeaseRow>(lease =>
        {
            lease.ToTable("leases").HasKey(x => x.CommitmentId);
            lease.HasOne(x => x.Commitment).WithOne().HasForeignKey<LeaseRow>(x => x.CommitmentId);
        });
        modelBuilder.Entity<CommentRow>(comment =>
        {
            comment.ToTable("comments");
            comment.HasOne(x => x.Commitment).WithMany().HasForeignKey(x => x.CommitmentId);
        });
        modelBuilder.Entity<FullReadingRow>(reading =>
        {
            reading.ToTable("full_readings");
            reading.HasOne(x => x.Document).WithMany().HasForeignKey(x => x.DocumentId);
        });
        modelBuilder.Entity<RunRow>(run =>
        {
            run.ToTable("runs");
            run.HasIndex(x => new { x.Source, x.StartedAt });
        });
        AddCrawling(modelBuilder);
    }

    private static void AddCrawling(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<RefusalRow>(refusal =>
        {
            refusal.ToTable("refusals").HasKey(x => new { x.RunId, x.Kind });
            refusal.HasOne<RunRow>().WithMany(x => x.Refusals).HasForeignKey(x => x.RunId);
        });
        modelBuilder.Entity<FrontierRow>(address =>
        {
            address.ToTable("frontier");
            address.HasIndex(x => new { x.Address, x.ListOf }).IsUnique();
            address.HasIndex(x => new { x.Source, x.State, x.DueAt });
            address.HasIndex(x => x.Owner);
        });
        modelBuilder.Entity<RevisionRow>(revision =>
        {
            revision.ToTable("revisions");
            revision.HasIndex(x => x.Address);
            revision.HasOne(x => x.Page).WithMany().HasForeignKey(x => x.PageId);
        });
        modelBuilder.Entity<SourceRow>().ToTable("sources").HasKey(x => x.Name);
        modelBuilder.Entity<WorkerRow>().ToTable("workers");
        modelBuilder.Entity<HostRow>().ToTable("hosts").HasKey(x => x.Name);
        modelBuilder.Entity<SiteFileRow>().ToTable("site_files").HasKey(x => x.Address);
        modelBuilder.Entity<AlarmRow>(alarm =>
        {
            alarm.ToTable("alarms");
            alarm.HasIndex(x => new { x.CommitmentId, x.PageId }).IsUnique();
            alarm.HasOne(x => x.Commitment).WithMany().HasForeignKey(x => x.CommitmentId);
            alarm.HasOne(x => x.Page).WithMany().HasForeignKey(x => x.PageId);
        });
        modelBuilder.Entity<SignatureRow>(signature =>
        {
            signature.ToTable("signatures").HasKey(x => new { x.DocumentId, x.Band });
            signature.HasIndex(x => new { x.Band, x.Value });
            signature.HasOne(x => x.Document).WithMany().HasForeignKey(x => x.DocumentId);
        });
    }

    /// <summary>Both engines compare UTC date-times alike; SQLite cannot order offsets.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
        x => x.UtcDateTime, x => new DateTimeOffset(DateTime.SpecifyKind(x, DateTimeKind.Utc)));

    private sealed class LabelConverter<T>() : ValueConverter<T, string>(x => x.Code(), x => Parse(x))
        where T : struct, Enum
    {
        private static T Parse(string code) =>
            Labels.TryParse<T>(code, out var label) ? label : throw new InvalidDataException($"The ledger holds an unknown {typeof(T).Name} '{code}'.");
    }

    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    };

    private sealed class JsonConverter<T>() : ValueConverter<T, string>(
        x => JsonSerializer.Serialize(x, Json), x => JsonSerializer.Deserialize<T>(x, Json)!);

    /// <summary>Recorded values are immutable, so the same object is the same value.</summary>
    private sealed class JsonComparer<T>() : ValueComparer<T>((a, b) => ReferenceEquals(a, b), x => x!.GetHashCode(), x => x)
        where T : class;
}
