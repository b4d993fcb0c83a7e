using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>Opaque sessions: a random token in a cookie, its hash in a row that tells who asks.</summary>
internal sealed class Sessions(DataSources sources, RoleCatalog roles, RecentSessions recent, TimeProvider clock)
{
    public const string Cookie = "mentoring_session";
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>Being seen is written down this often at most: a read must not become a write.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(5);

    private const string Read = """
        SELECT s.id, s.last_seen_at, a.id, a.display_name, m.person_id, m.roles,
          t.id, t.kind, t.name, t.short_name, t.lineage, t.time_zone, s.token_hash
        FROM accounts.session s JOIN accounts.account a ON a.id = s.account_id
        LEFT JOIN accounts.membership m ON m.account_id = a.id
        LEFT JOIN mentoring.tenant t ON t.id = m.tenant_id AND t.closed_on IS NULL
        WHERE s.token_hash = $1 AND s.ended_at IS NULL AND a.disabled_at IS NULL
          AND s.created_at > $2 AND s.last_seen_at > $3
        ORDER BY t.short_name COLLATE "ru-x-icu"
        """;

    /// <summary>A new session and the token to put into the cookie; the token is nowhere else.</summary>
    public (SessionRow Row, string Token) New(Guid accountId)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = clock.GetUtcNow();
        var row = new SessionRow
        {
            AccountId = accountId,
            TokenHash = Hash(token),
            CreatedAt = now,
            LastSeenAt = now,
        };
        return (row, token);
    }

    /// <param name="abandoned">Ends the waiting for a connection, and no statement.</param>
    public async Task<AccountPrincipal?> Find(string token, CancellationToken abandoned)
    {
        var moment = recent.Current;
        if (moment.Find(token) is { } known)
            return known;
        var found = await Look(token, abandoned);
        if (found is not null)
            moment.Keep(token, found);
        return found;
    }

    public static void SetCookie(HttpContext http, string token) =>
        http.Response.Cookies.Append(
            Cookie,
            token,
            new CookieOptions
            {
                HttpOnly = true,
                Secure = http.Request.IsHttps,
                SameSite = SameSiteMode.Strict,
                Path = "/",
                MaxAge = Longest,
            }
        );

    public static Task EndAll(AccountsDbContext db, Guid accountId, DateTimeOffset now, CancellationToken ct) =>
        db
            .Sessions.Where(s => s.AccountId == accountId && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct);

    private async Task<AccountPrincipal?> Look(string token, CancellationToken abandoned)
    {
        var (now, hash) = (clock.GetUtcNow(), Hash(token));
        await using var connection = await sources.Accounts.OpenConnectionAsync(abandoned);
        await using var command = new NpgsqlCommand(Read, connection);
        foreach (var value in new object[] { hash, now - Longest, now - Idle })
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        AccountPrincipal? found = null;
        var seen = now;
        await using (var rows = await command.ExecuteReaderAsync(CancellationToken.None))
        {
            var memberships = new List<Membership>();
            while (await rows.ReadAsync(CancellationToken.None))
            {
                ForeignAnswerException.ThrowUnless(rows.GetFieldValue<byte[]>(12).AsSpan().SequenceEqual(hash));
                seen = rows.GetFieldValue<DateTimeOffset>(1);
                found ??= new AccountPrincipal(rows.GetGuid(2), rows.GetGuid(0), rows.GetString(3), memberships);
                if (!rows.IsDBNull(6))
                    memberships.Add(ReadMembership(rows));
            }
        }
        if (found is not null && now - seen > SeenEvery)
            await Seen(connection, found.SessionId, now);
        return found;
    }

    private Membership ReadMembership(NpgsqlDataReader row)
    {
        var kind = Enum.Parse<TenantKind>(row.GetString(7), true);
        var tenant = new TenantInfo(
            row.GetGuid(6),
            kind,
            row.GetString(8),
            row.GetString(9),
            row.GetFieldValue<Guid[]>(10),
            row.GetString(11)
        );
        var codes = row.GetFieldValue<string[]>(5);
        return new Membership(tenant, row.IsDBNull(4) ? null : row.GetGuid(4), codes, roles.PermissionsOf(codes, kind));
    }

    private static async Task Seen(NpgsqlConnection connection, Guid sessionId, DateTimeOffset now)
    {
        await using var command = new NpgsqlCommand(
            "UPDATE accounts.session SET last_seen_at = $2 WHERE id = $1",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter { Value = sessionId });
        command.Parameters.Add(new NpgsqlParameter { Value = now });
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException e) when (StorageTrouble.IsFull(e))
        {
            // Whoever only reads need not know that nothing can be written; the next request tries again.
        }
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}
