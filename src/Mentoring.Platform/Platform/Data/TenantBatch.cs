using Mentoring.Platform.Platform.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Mentoring.Platform.Platform.Data;

/// <summary>
/// A query that reads by <see cref="TenantReads"/>. It needs no transaction around it: each batch brings its own. For the
/// few pages that are asked most; the others stay with EF.
/// </summary>
public interface IReadsAtOnce;

/// <param name="Values">Of <c>$1</c>, <c>$2</c> …; none of them null.</param>
public sealed record Statement(string Sql, params object[] Values);

/// <summary>Statements that go to the database in one round trip, with the tenant's setting in front of them.</summary>
public sealed class TenantReads(DataSources sources, RequestScope scope)
{
    /// <summary>
    /// All statements see one moment, or a page would put together what was never together: a text with the plan of the
    /// edition after it.
    /// </summary>
    private const string Begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    /// <summary>Reads in a transaction of its own, under the login of the request.</summary>
    public async Task<T> Read<T>(IEnumerable<Statement> statements, Func<BatchRows, Task<T>> read, CancellationToken ct)
    {
        await using var connection = await sources.For(scope.Login).OpenConnectionAsync(scope.Abandoned);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(Begin));
        // Local to the transaction: the next user of the connection finds nothing.
        var question = new TenantQuestion(scope.Tenant.Id);
        question.Lead(batch);
        return await TenantBatch.Execute(batch, question, [.. statements, new Statement("COMMIT")], read, ct);
    }
}

public static class TenantBatch
{
    /// <summary>The same inside the transaction of a command.</summary>
    public static async Task<T> ReadTogether<T>(
        this MentoringDbContext db,
        IEnumerable<Statement> statements,
        Func<BatchRows, Task<T>> read,
        CancellationToken ct
    )
    {
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        db.Scope.Abandoned.ThrowIfCancellationRequested();
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        var question = db.TenantSet.IsDone(transaction) ? null : new TenantQuestion(db.TenantId);
        question?.Lead(batch);
        var result = await Execute(batch, question, statements, read, ct);
        db.TenantSet.Done(transaction);
        return result;
    }

    /// <param name="question">That the batch begins with; null where the transaction has its tenant already.</param>
    internal static async Task<T> Execute<T>(
        NpgsqlBatch batch,
        TenantQuestion? question,
        IEnumerable<Statement> statements,
        Func<BatchRows, Task<T>> read,
        CancellationToken ct
    )
    {
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var value in statement.Values)
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            batch.BatchCommands.Add(command);
        }
        await using var rows = await batch.ExecuteReaderAsync(ct);
        if (question is not null)
            await question.Expect(rows, ct);
        return await read(new BatchRows(rows, ct));
    }
}

/// <summary>The results of a batch, one after another.</summary>
public sealed class BatchRows(NpgsqlDataReader reader, CancellationToken ct)
{
    /// <summary>All rows of the result at hand; the next call reads the next result.</summary>
    public async Task<List<T>> Next<T>(Func<NpgsqlDataReader, T> read)
    {
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
            rows.Add(read(reader));
        await reader.NextResultAsync(ct);
        return rows;
    }
}

/// <summary>Columns as the domain has them.</summary>
internal static class Columns
{
    public static DateOnly Date(this NpgsqlDataReader row, int at) => row.GetFieldValue<DateOnly>(at);

    public static DateOnly? DateOrNull(this NpgsqlDataReader row, int at) =>
        row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at);

    public static string? TextOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    public static Guid? IdOrNull(this NpgsqlDataReader row, int at) => row.IsDBNull(at) ? null : row.GetGuid(at);

    public static string[] Texts(this NpgsqlDataReader row, int at) => row.GetFieldValue<string[]>(at);

    /// <summary>A word of an enumeration, as <see cref="EnumText{T}"/> writes it.</summary>
    public static T Word<T>(this NpgsqlDataReader row, int at)
        where T : struct, Enum => Enum.Parse<T>(row.GetString(at), ignoreCase: true);

    public static T? WordOrNull<T>(this NpgsqlDataReader row, int at)
        where T : struct, Enum => row.IsDBNull(at) ? null : row.Word<T>(at);
}
