using System.Security.Cryptography;
using System.Text.Json;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Mentoring.Platform.Platform.Pipeline;

/// <summary>One use of an Idempotency-Key: either the earlier answer, or a record that will keep the new one.</summary>
internal sealed class Idempotency<TResponse>(IdempotencyRecord? record, TResponse? answer)
    where TResponse : IOutcome<TResponse>
{
    public TResponse? Answer { get; } = answer;

    public void Keep(TResponse outcome)
    {
        if (record is not null)
            record.Response = Answers.Write(outcome);
    }
}

internal static class Idempotency
{
    private const string Insert = """
        INSERT INTO mentoring.idempotency_record (tenant_id, account_id, operation, key, request_hash, created_at)
        VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING
        """;

    public static Idempotency<TResponse> None<TResponse>()
        where TResponse : IOutcome<TResponse> => new(null, default);

    public static async Task<Idempotency<TResponse>> Begin<TResponse>(
        MentoringDbContext db,
        object request,
        string operation,
        TimeProvider clock,
        CancellationToken ct
    )
        where TResponse : IOutcome<TResponse>
    {
        if (db.Scope.IdempotencyKey is not { } key)
            return None<TResponse>();
        var record = new IdempotencyRecord
        {
            AccountId = db.Scope.Actor.AccountId,
            Operation = operation,
            Key = key,
            RequestHash = Hash(request),
            CreatedAt = clock.GetUtcNow(),
            TenantId = db.TenantId,
        };
        if (await TryInsert(db, record, ct))
        {
            db.Attach(record);
            return new(record, default);
        }
        var earlier = await db
            .IdempotencyRecords.AsNoTracking()
            .SingleAsync(r => r.AccountId == record.AccountId && r.Operation == operation && r.Key == key, ct);
        if (!earlier.RequestHash.AsSpan().SequenceEqual(record.RequestHash))
            return new(null, TResponse.Refuse(CommonErrors.IdempotencyKeyReused));
        db.Scope.IsReplay = true;
        return new(null, Answers.Read<TResponse>(earlier.Response!));
    }

    /// <summary>
    /// One batch: the tenant, then the key. A second request with the same key waits here for the first one's commit.
    /// </summary>
    private static async Task<bool> TryInsert(MentoringDbContext db, IdempotencyRecord record, CancellationToken ct)
    {
        var transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction);
        var question = new TenantQuestion(db.TenantId);
        question.Lead(batch);
        var insert = new NpgsqlBatchCommand(Insert);
        object[] values =
        [
            record.TenantId,
            record.AccountId,
            record.Operation,
            record.Key,
            record.RequestHash,
            record.CreatedAt,
        ];
        foreach (var value in values)
            insert.Parameters.Add(new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(insert);
        await using (var answer = await batch.ExecuteReaderAsync(ct))
            await question.Expect(answer, ct);
        db.TenantSet.Done(transaction);
        return insert.RecordsAffected == 1;
    }

    /// <summary>The request as it was bound, with the route's values: two ways to write the same JSON are one request.</summary>
    private static byte[] Hash(object request) =>
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request, request.GetType(), Answers.Hashing));
}
