using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.IntegrationTests.Attack.Pool;

/// <summary>What goes wrong in the middle of a unit of work.</summary>
public enum Trouble
{
    None,
    Throw,
    Refuse,
    TimeOut,
    BreakSql,
    Cancel,
}

/// <summary>Thrown on purpose.</summary>
internal sealed class TroubleException : Exception;

/// <summary>Whose rows are seen, and how many of each.</summary>
public sealed record SeenRows(Guid Tenant, int Count);

public sealed record SeenByAll(IReadOnlyList<SeenRows> Rows);

/// <summary>Reads every row that the walls let through: the filters of the model are left out.</summary>
[RequirePermission(PoolRequests.Permission)]
public sealed record ReadPool(Trouble Trouble) : IQuery<SeenByAll>;

/// <summary>The same by one batch, inside the transaction of a request.</summary>
[RequirePermission(PoolRequests.Permission)]
public sealed record ReadPoolTogether(Trouble Trouble) : IQuery<SeenByAll>;

/// <summary>The same by one batch that is its own transaction.</summary>
[RequirePermission(PoolRequests.Permission)]
public sealed record ReadPoolAtOnce(Trouble Trouble) : IQuery<SeenByAll>, IReadsAtOnce;

/// <summary>Writes a row that says which tenant meant it, and asks for work.</summary>
[RequirePermission(PoolRequests.Permission)]
public sealed record WritePool(Trouble Trouble) : ICommand<SeenByAll>;

internal static class PoolRequests
{
    public const string Permission = "test.pool";

    /// <summary>Kind of the work items that a write leaves.</summary>
    public const string Work = "test.pool";

    /// <summary>Operation of the rows that are there from the beginning.</summary>
    public const string Seed = "test.seed";

    /// <summary>Operation of a row that a unit with this trouble writes.</summary>
    public static string Written(Trouble trouble) => $"test.{trouble}";

    public static readonly Statement All = new(
        "SELECT tenant_id, count(*)::int FROM mentoring.audit_entry WHERE operation = $1 GROUP BY tenant_id",
        Seed
    );

    public static IEnumerable<Statement> Batch(Trouble trouble) =>
        trouble switch
        {
            Trouble.TimeOut =>
            [
                new Statement("SELECT set_config('statement_timeout', '3', true)"),
                new Statement("SELECT pg_sleep(1)"),
                All,
            ],
            Trouble.BreakSql => [new Statement("SELECT 1 / 0"), All],
            Trouble.Cancel => [new Statement("SELECT pg_sleep(0.02)"), All],
            _ => [All],
        };

    /// <summary>Reads the last of the results.</summary>
    public static async Task<SeenByAll> Last(BatchRows rows, Trouble trouble)
    {
        for (var i = Batch(trouble).Count(); i > 1; i--)
            await rows.Next(r => 0);
        if (trouble == Trouble.Throw)
            throw new TroubleException();
        return new SeenByAll(await rows.Next(r => new SeenRows(r.GetGuid(0), r.GetInt32(1))));
    }

    /// <summary>Lets something go wrong on the connection of the unit of work.</summary>
    public static async Task Meddle(MentoringDbContext db, Trouble trouble, CancellationToken ct)
    {
        if (trouble == Trouble.Throw)
            throw new TroubleException();
        if (trouble == Trouble.TimeOut)
            await db.Database.ExecuteSqlAsync($"SET LOCAL statement_timeout = 3", ct);
        if (trouble is Trouble.TimeOut)
            await db.Database.ExecuteSqlAsync($"SELECT pg_sleep(1)", ct);
        if (trouble is Trouble.Cancel)
            await db.Database.ExecuteSqlAsync($"SELECT pg_sleep(0.02)", ct);
        if (trouble is Trouble.BreakSql)
            await db.Database.ExecuteSqlAsync($"SELECT 1 / 0", ct);
    }

    public static async Task<SeenByAll> See(MentoringDbContext db, CancellationToken ct) =>
        new(
            await db
                .AuditEntries.IgnoreQueryFilters()
                .Where(a => a.Operation == Seed)
                .GroupBy(a => a.TenantId)
                .Select(g => new SeenRows(g.Key, g.Count()))
                .ToListAsync(ct)
        );
}

internal sealed class PoolReads(MentoringDbContext db)
    : IRequestHandler<ReadPool, Result<SeenByAll>>,
        IRequestHandler<ReadPoolTogether, Result<SeenByAll>>
{
    public async Task<Result<SeenByAll>> Handle(ReadPool request, CancellationToken cancellationToken)
    {
        var seen = await PoolRequests.See(db, cancellationToken);
        await PoolRequests.Meddle(db, request.Trouble, cancellationToken);
        return request.Trouble == Trouble.Refuse ? CommonErrors.NotFound : seen;
    }

    public async Task<Result<SeenByAll>> Handle(ReadPoolTogether request, CancellationToken cancellationToken) =>
        await db.ReadTogether(
            PoolRequests.Batch(request.Trouble),
            rows => PoolRequests.Last(rows, request.Trouble),
            cancellationToken
        );
}

internal sealed class PoolReadsAtOnce(TenantReads reads) : IRequestHandler<ReadPoolAtOnce, Result<SeenByAll>>
{
    public async Task<Result<SeenByAll>> Handle(ReadPoolAtOnce request, CancellationToken cancellationToken) =>
        await reads.Read(
            PoolRequests.Batch(request.Trouble),
            rows => PoolRequests.Last(rows, request.Trouble),
            cancellationToken
        );
}

internal sealed class PoolWrites(MentoringDbContext db, TimeProvider clock)
    : IRequestHandler<WritePool, Result<SeenByAll>>
{
    public async Task<Result<SeenByAll>> Handle(WritePool request, CancellationToken cancellationToken)
    {
        db.Add(
            new AuditEntry
            {
                At = clock.GetUtcNow(),
                Operation = PoolRequests.Written(request.Trouble),
                SubjectKind = "test",
                SubjectId = db.TenantId,
                Fields = [],
                TenantId = db.TenantId,
            }
        );
        db.Enqueue(PoolRequests.Work, "");
        // Written before the trouble comes: only a rollback takes it back.
        await db.SaveChangesAsync(cancellationToken);
        var seen = await PoolRequests.See(db, cancellationToken);
        await PoolRequests.Meddle(db, request.Trouble, cancellationToken);
        return request.Trouble == Trouble.Refuse ? CommonErrors.NotFound : seen;
    }
}

/// <summary>Looks at what a job sees; every third time it goes wrong.</summary>
internal sealed class PoolWork(MentoringDbContext db, PoolFindings findings) : IWorkHandler
{
    private static int count;

    public string Kind => PoolRequests.Work;

    public async Task Handle(string key, string payload, CancellationToken cancellationToken)
    {
        var trouble = Interlocked.Increment(ref count) % 3 == 0 ? Trouble.BreakSql : Trouble.None;
        findings.Hold(db.TenantId, await PoolRequests.See(db, cancellationToken), "job");
        await PoolRequests.Meddle(db, trouble, cancellationToken);
    }
}
