using Mentoring.Platform.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Mentoring.IntegrationTests.Harness;

/// <summary>
/// The tenants of the tests: one region with two municipalities and three organizations, and another region with a
/// branch of its own. Every role has an account in every tenant of its level, named <c>role@tenant</c>.
/// </summary>
public static class TestTree
{
    public const string Password = "a long password of tests";

    public static readonly Guid Region = Id(1, 1);
    public static readonly Guid OtherRegion = Id(1, 2);
    public static readonly Guid Municipality = Id(2, 1);

    /// <summary>In the same region.</summary>
    public static readonly Guid SiblingMunicipality = Id(2, 2);

    /// <summary>In the other region.</summary>
    public static readonly Guid OtherMunicipality = Id(2, 3);

    public static readonly Guid School = Id(3, 1);

    /// <summary>In the same municipality.</summary>
    public static readonly Guid SiblingSchool = Id(3, 2);

    /// <summary>In the sibling municipality.</summary>
    public static readonly Guid CousinSchool = Id(3, 3);

    /// <summary>In the other region.</summary>
    public static readonly Guid OtherSchool = Id(3, 4);

    public static readonly IReadOnlyDictionary<Guid, (string Name, string Kind, Guid? Parent)> Tenants = new Dictionary<
        Guid,
        (string, string, Guid?)
    >
    {
        [Region] = ("region", "region", null),
        [OtherRegion] = ("otherRegion", "region", null),
        [Municipality] = ("municipality", "municipality", Region),
        [SiblingMunicipality] = ("siblingMunicipality", "municipality", Region),
        [OtherMunicipality] = ("otherMunicipality", "municipality", OtherRegion),
        [School] = ("school", "organization", Municipality),
        [SiblingSchool] = ("siblingSchool", "organization", Municipality),
        [CousinSchool] = ("cousinSchool", "organization", SiblingMunicipality),
        [OtherSchool] = ("otherSchool", "organization", OtherMunicipality),
    };

    // Hashing is slow on purpose; one hash serves all accounts of the tests.
    private static readonly string Hash = new PasswordHasher<Account>().HashPassword(
        new Account { DisplayName = "" },
        Password
    );

    public static string Login(string role, Guid tenant) => $"{role}@{Tenants[tenant].Name}";

    public static async Task Plant(TestDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.Superuser);
        await connection.OpenAsync();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var (id, (name, kind, _)) in Tenants)
        {
            var lineage = Lineage(id);
            Add(
                batch,
                """
                INSERT INTO mentoring.tenant (id, kind, parent_id, lineage, name, short_name, time_zone)
                VALUES ($1, $2, $3, $4, $5, $5, 'Europe/Moscow')
                """,
                id,
                kind,
                lineage.Length > 1 ? lineage[1] : null,
                lineage,
                name
            );
            if (kind == "organization")
                AddCard(batch, id, lineage, name);
            foreach (var role in Mentoring.Platform.MentoringRoles.Catalog.All)
            {
                if (role.Level.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase))
                    AddAccount(batch, Login(role.Code, id), id, role.Code);
            }
        }
        await batch.ExecuteNonQueryAsync();
    }

    /// <summary>The tenant, then its ancestors.</summary>
    public static Guid[] Lineage(Guid id) => [.. Walk(id)];

    private static IEnumerable<Guid> Walk(Guid id)
    {
        for (Guid? current = id; current is { } tenant; current = Tenants[tenant].Parent)
            yield return tenant;
    }

    private static void AddCard(NpgsqlBatch batch, Guid id, Guid[] lineage, string name)
    {
        Add(
            batch,
            """
            INSERT INTO mentoring.organization_profile
              (tenant_id, lineage, version, kind, full_name, locality, head_title, head_name, is_small_scale)
            VALUES ($1, $2, 1, 'school', $3, 'г. Пробный', 'Директор', 'Пробная Анна Ивановна', false)
            """,
            id,
            lineage,
            $"Школа {name}"
        );
        foreach (
            var (group, total) in new[]
            {
                ("students", 400),
                ("studentsFrom10To19", 250),
                ("educators", 40),
                ("earlyCareerEducators", 6),
            }
        )
        {
            Add(
                batch,
                "INSERT INTO mentoring.headcount VALUES ($1, $2, 2025, $3, $4, '2025-09-01')",
                id,
                lineage,
                group,
                total
            );
        }
    }

    private static void AddAccount(NpgsqlBatch batch, string login, Guid tenant, string role)
    {
        var account = Guid.CreateVersion7();
        Add(
            batch,
            """
            INSERT INTO accounts.account (id, user_name, normalized_user_name, display_name, password_hash)
            VALUES ($1, $2, $3, $2, $4)
            """,
            account,
            login,
            login.ToUpperInvariant(),
            Hash
        );
        Add(
            batch,
            "INSERT INTO accounts.membership (account_id, tenant_id, roles) VALUES ($1, $2, $3)",
            account,
            tenant,
            new[] { role }
        );
    }

    private static void Add(NpgsqlBatch batch, string sql, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        batch.BatchCommands.Add(command);
    }

    private static Guid Id(int level, int n) => new($"0197f000-{level:x4}-7000-8000-{n:x12}");
}
