using System.Collections.Concurrent;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Tenancy;
using Npgsql;

namespace Mentoring.Host.Demo;

/// <summary>Who acts: an account, in one of the places where it is somebody.</summary>
internal sealed record DemoActor(Principal Principal, Membership Membership);

/// <summary>Finds the accounts of the demonstration as the product finds them for a session.</summary>
internal sealed class DemoActors(DataSources sources, RoleCatalog roles)
{
    private const string Read = """
        SELECT a.id, a.display_name, m.person_id, m.roles, t.id, t.kind, t.name, t.short_name, t.lineage, t.time_zone
        FROM accounts.account a
        JOIN accounts.membership m ON m.account_id = a.id
        JOIN mentoring.tenant t ON t.id = m.tenant_id
        WHERE a.normalized_user_name = $1
        """;

    private readonly ConcurrentDictionary<string, Principal> known = new(StringComparer.Ordinal);

    public async Task<DemoActor> Find(string login, Guid tenantId, CancellationToken ct)
    {
        if (!known.TryGetValue(login, out var principal))
            known[login] = principal = await Load(login, ct);
        return new DemoActor(
            principal,
            principal.In(tenantId) ?? throw new InvalidOperationException($"{login} is nobody in {tenantId}.")
        );
    }

    /// <summary>What the accounts may do has changed.</summary>
    public void Forget() => known.Clear();

    private async Task<Principal> Load(string login, CancellationToken ct)
    {
        await using var command = sources.Accounts.CreateCommand(Read);
        command.Parameters.Add(new NpgsqlParameter { Value = login.ToUpperInvariant() });
        await using var rows = await command.ExecuteReaderAsync(ct);
        var memberships = new List<Membership>();
        Principal? principal = null;
        while (await rows.ReadAsync(ct))
        {
            principal ??= new Principal(rows.GetGuid(0), Guid.Empty, rows.GetString(1), memberships);
            memberships.Add(ReadMembership(rows));
        }
        return principal ?? throw new InvalidOperationException($"There is no account {login}.");
    }

    private Membership ReadMembership(NpgsqlDataReader row)
    {
        var kind = Enum.Parse<TenantKind>(row.GetString(5), ignoreCase: true);
        var tenant = new TenantInfo(
            row.GetGuid(4),
            kind,
            row.GetString(6),
            row.GetString(7),
            row.GetFieldValue<Guid[]>(8),
            row.GetString(9)
        );
        var codes = row.GetFieldValue<string[]>(3);
        return new Membership(
            tenant,
            row.IsDBNull(2) ? null : row.GetGuid(2),
            codes,
            roles.PermissionsOf(codes, kind)
        );
    }
}
