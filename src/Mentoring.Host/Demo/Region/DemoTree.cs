using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Mentoring.Host.Demo.Region;

/// <summary>
/// Plants the tree, the cards and the logins of the demonstration as the owner: what a region's onboarding would
/// bring. Everything after that goes through the product's own use cases.
/// </summary>
internal static class DemoTree
{
    /// <summary>Password of all demo logins; they exist in the demonstration only.</summary>
    public const string Password = "mentoring-2026";

    public const string Zone = "Europe/Moscow";

    /// <summary>
    /// Makes room for a history: a region whose history broke off is emptied first. A history is complete when the row
    /// of the calendar's shift is there.
    /// </summary>
    /// <param name="fresh">A complete region is emptied too.</param>
    /// <returns>Whether a history is to be played.</returns>
    public static async Task<bool> Plant(string owner, bool fresh, Action<string> say, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(owner);
        await connection.OpenAsync(ct);
        if (!fresh && await Is(connection, "SELECT EXISTS (SELECT FROM mentoring.calendar_shift)", ct))
            return false;
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (
            await Is(
                connection,
                $"SELECT EXISTS (SELECT FROM mentoring.tenant WHERE id = '{DemoRegion.Region.Id}')",
                ct
            )
        )
        {
            say(fresh ? "beginning anew" : "an earlier start broke off in the middle of the history: beginning anew");
            await Empty(connection, ct);
        }
        await using var batch = new NpgsqlBatch(connection, transaction);
        AddTenant(batch, DemoRegion.Region);
        foreach (var municipality in DemoRegion.Municipalities)
            AddTenant(batch, municipality);
        foreach (var organization in DemoRegion.Organizations)
            AddOrganization(batch, organization);
        // Hashing is slow on purpose; everybody has the same password, so one hash serves all.
        var hash = new PasswordHasher<Account>().HashPassword(new Account { DisplayName = "" }, Password);
        foreach (var login in DemoLogins.All)
            AddLogin(batch, login, hash);
        await batch.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    private static async Task<bool> Is(NpgsqlConnection connection, string question, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(question, connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>All rows of the region go; the schema stays.</summary>
    private static async Task Empty(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            """
            DO $$ BEGIN
              EXECUTE (SELECT 'TRUNCATE ' || string_agg(format('%I.%I', schemaname, tablename), ', ')
                FROM pg_tables WHERE schemaname IN ('mentoring', 'accounts'));
            END $$
            """,
            connection
        );
        await command.ExecuteNonQueryAsync(ct);
    }

    private static void AddTenant(NpgsqlBatch batch, DemoTenant t) =>
        Add(
            batch,
            """
            INSERT INTO mentoring.tenant (id, kind, parent_id, lineage, name, short_name, time_zone)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            t.Id,
            EnumText<Mentoring.Platform.Platform.Tenancy.TenantKind>.Write(t.Kind),
            t.Lineage.Length > 1 ? t.Lineage[1] : null,
            t.Lineage,
            t.Name,
            t.ShortName,
            Zone
        );

    private static void AddOrganization(NpgsqlBatch batch, DemoOrganization o)
    {
        AddTenant(batch, o.Tenant);
        // The wall stands for the owner too.
        Add(batch, "SELECT set_config('app.tenant', $1, true)", o.Tenant.Id.ToString());
        Add(
            batch,
            """
            INSERT INTO mentoring.organization_profile
              (tenant_id, lineage, version, kind, full_name, locality, head_title, head_name, is_small_scale)
            VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8)
            """,
            o.Tenant.Id,
            o.Tenant.Lineage,
            EnumText<OrganizationKind>.Write(o.Kind),
            o.FullName,
            o.Locality,
            o.HeadTitle,
            o.HeadName,
            o.IsSmallScale
        );
        foreach (var (group, total) in Enum.GetValues<TargetGroup>().Zip(o.Headcounts))
        {
            if (total is null)
                continue;
            Add(
                batch,
                """
                INSERT INTO mentoring.headcount (tenant_id, lineage, school_year, target_group, total, counted_on)
                VALUES ($1, $2, 2025, $3, $4, $5)
                """,
                o.Tenant.Id,
                o.Tenant.Lineage,
                EnumText<TargetGroup>.Write(group),
                total.Value,
                new DateOnly(2025, 9, 1)
            );
        }
    }

    private static void AddLogin(NpgsqlBatch batch, DemoLogin login, string passwordHash)
    {
        Add(
            batch,
            """
            INSERT INTO accounts.account
              (id, user_name, normalized_user_name, display_name, password_hash, security_stamp, concurrency_stamp)
            VALUES ($1, $2, $3, $4, $5, $6, $6)
            """,
            Guid.CreateVersion7(),
            login.Login,
            login.Login.ToUpperInvariant(),
            login.Name,
            passwordHash,
            Guid.NewGuid().ToString("N")
        );
        foreach (var membership in login.In)
        {
            Add(
                batch,
                """
                INSERT INTO accounts.membership (account_id, tenant_id, roles)
                SELECT id, $2, $3 FROM accounts.account WHERE normalized_user_name = $1
                """,
                login.Login.ToUpperInvariant(),
                membership.TenantId,
                membership.Roles
            );
        }
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
    }
}
