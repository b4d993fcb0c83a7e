using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Tenancy;
using Npgsql;

namespace Mentoring.Platform.Features.ApiKeys;

/// <summary>A key that is valid now.</summary>
/// <param name="Requests">How many it has made this minute, this one included; 0 while nothing can be counted.</param>
internal sealed record KeyInUse(KeyPrincipal Principal, DateTimeOffset Minute, int Requests);

/// <summary>Finds the key of a request and counts the request, in one statement: all servers count together.</summary>
internal sealed class PresentedKeys(DataSources sources, TimeProvider clock)
{
    private const string Valid = """
        SELECT k.id, k.scopes, t.id AS tenant_id, t.kind, t.name, t.short_name, t.lineage, t.time_zone,
          k.secret_hash
        FROM accounts.api_key k JOIN mentoring.tenant t ON t.id = k.tenant_id AND t.closed_on IS NULL
        WHERE k.secret_hash = $1 AND k.revoked_at IS NULL AND k.expires_at > $2
        """;

    // A server whose clock is behind counts into the minute of the one that is ahead.
    private const string Use = $"""
        WITH key AS ({Valid}), used AS (
          INSERT INTO accounts.api_key_minute AS m (key_id, minute, requests) SELECT id, $3, 1 FROM key
          ON CONFLICT (key_id) DO UPDATE SET minute = greatest(m.minute, excluded.minute),
            requests = CASE WHEN excluded.minute > m.minute THEN 1 ELSE m.requests + 1 END
          RETURNING minute, requests
        )
        SELECT key.*, used.minute, used.requests FROM key, used
        """;

    private const string UseUncounted = $"SELECT key.*, $3, 0 FROM ({Valid}) key";

    /// <param name="abandoned">Ends the waiting for a connection, and no statement.</param>
    public async Task<KeyInUse?> Find(string text, CancellationToken abandoned)
    {
        var now = clock.GetUtcNow();
        try
        {
            await using var connection = await sources.Accounts.OpenConnectionAsync(abandoned);
            var found = await Read(connection, Use, text, now);
            // The first request of a minute says so; its own answer does not wait in anybody's transaction.
            if (found is { Requests: 1 })
                await Seen(connection, found.Principal.KeyId, now);
            return found;
        }
        catch (PostgresException e) when (StorageTrouble.IsFull(e))
        {
            // Reading goes on while nothing can be written, and so for keys, too: uncounted for that time. The driver has
            // closed the connection that was told so.
            await using var another = await sources.Accounts.OpenConnectionAsync(abandoned);
            return await Read(another, UseUncounted, text, now);
        }
    }

    private static async Task<KeyInUse?> Read(NpgsqlConnection connection, string sql, string text, DateTimeOffset now)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        var hash = KeyText.Hash(text);
        foreach (var value in new object[] { hash, now, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)) })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var row = await command.ExecuteReaderAsync();
        if (!await row.ReadAsync())
            return null;
        ForeignAnswerException.ThrowUnless(row.GetFieldValue<byte[]>(8).AsSpan().SequenceEqual(hash));
        var kind = Enum.Parse<TenantKind>(row.GetString(3), true);
        var tenant = new TenantInfo(
            row.GetGuid(2),
            kind,
            row.GetString(4),
            row.GetString(5),
            row.GetFieldValue<Guid[]>(6),
            row.GetString(7)
        );
        var permissions = ApiKeyScopes.Catalog.PermissionsOf(row.GetFieldValue<string[]>(1), kind);
        return new KeyInUse(
            new KeyPrincipal(row.GetGuid(0), new Membership(tenant, null, [], permissions)),
            row.GetFieldValue<DateTimeOffset>(9),
            row.GetInt32(10)
        );
    }

    private static async Task Seen(NpgsqlConnection connection, Guid keyId, DateTimeOffset now)
    {
        await using var command = new NpgsqlCommand(
            "UPDATE accounts.api_key SET last_used_at = $2 WHERE id = $1",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter { Value = keyId });
        command.Parameters.Add(new NpgsqlParameter { Value = now });
        await command.ExecuteNonQueryAsync();
    }
}
