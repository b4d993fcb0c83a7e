using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Schema;
using Npgsql;

namespace Mentoring.IntegrationTests.Walls;

/// <summary>
/// Every table × every verb × every login, by raw SQL: nothing foreign is seen or written, and nothing at all without
/// a tenant. The tables come from the catalog, not from a list.
/// </summary>
public sealed class EveryTableTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Trait("covers", "C-64")]
    public async Task No_login_sees_or_writes_a_foreign_row()
    {
        var tables = await WalledTables();
        tables.Count.ShouldBeGreaterThan(3);
        await DropChecks();
        foreach (var table in tables)
            await Fill(table);

        var checkedCells = 0;
        foreach (var login in Logins.InTenants)
        {
            await using var connection = new NpgsqlConnection(ConnectionOf(login));
            await connection.OpenAsync();
            foreach (var table in tables)
            {
                foreach (var tenant in new Guid?[] { TestTree.School, TestTree.Municipality, null })
                {
                    await AssertSees(connection, login, table, tenant);
                    await AssertWritesNothingForeign(connection, table, tenant);
                    checkedCells += 4;
                }
            }
        }
        TestContext.Current.SendDiagnosticMessage($"tables × verbs × logins × tenants: {checkedCells} cells");
    }

    private static async Task AssertSees(NpgsqlConnection connection, string login, WalledTable table, Guid? tenant)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await SetTenant(connection, tenant);
        if (!table.Comment.Contains(login, StringComparison.Ordinal))
        {
            await using var refused = new NpgsqlCommand($"SELECT tenant_id FROM mentoring.{table.Name}", connection);
            var refusal = await Should.ThrowAsync<PostgresException>(() => refused.ExecuteNonQueryAsync());
            refusal.SqlState.ShouldBe("42501", $"{login} reads {table.Name}");
            return;
        }
        var seen = new HashSet<Guid>();
        await using (var command = new NpgsqlCommand($"SELECT tenant_id FROM mentoring.{table.Name}", connection))
        await using (var rows = await command.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                seen.Add(rows.GetGuid(0));
        }
        var allowed = Allowed(login, table.Kind, tenant);
        seen.ShouldBeSubsetOf(allowed, $"{login} in {tenant} reads {table.Name}");
        seen.Count.ShouldBe(allowed.Count, $"{login} in {tenant} misses rows of {table.Name}");
    }

    /// <summary>Updates and deletes without WHERE touch at most the own rows; inserts for another tenant fail.</summary>
    private static async Task AssertWritesNothingForeign(NpgsqlConnection connection, WalledTable table, Guid? tenant)
    {
        var own = tenant is null ? 0 : 1;
        (await Affected(connection, tenant, $"DELETE FROM mentoring.{table.Name}")).ShouldBeLessThanOrEqualTo(own);
        var column = table.Updatable;
        if (column is not null)
            (
                await Affected(connection, tenant, $"UPDATE mentoring.{table.Name} SET {column} = {column}")
            ).ShouldBeLessThanOrEqualTo(own);
        (await Affected(connection, tenant, table.InsertForeign)).ShouldBe(0);
    }

    private static async Task<int> Affected(NpgsqlConnection connection, Guid? tenant, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await SetTenant(connection, tenant);
        try
        {
            await using var command = new NpgsqlCommand(sql, connection);
            return await command.ExecuteNonQueryAsync();
        }
        // No right to the verb (42501, also a broken policy), or something refers to the row.
        catch (PostgresException e) when (e.SqlState is "42501" or "23503")
        {
            return 0;
        }
    }

    private static HashSet<Guid> Allowed(string login, string kind, Guid? tenant)
    {
        if (tenant is not { } own)
            return [];
        var all = TestTree.Tenants.Keys;
        return kind switch
        {
            "downward" => [.. all.Where(t => IsAncestorOrSelf(t, own))],
            "upward" or "rollup" when login != Logins.School => [.. all.Where(t => IsAncestorOrSelf(own, t))],
            _ => [own],
        };
    }

    private static bool IsAncestorOrSelf(Guid ancestor, Guid tenant)
    {
        for (Guid? current = tenant; current is { } id; current = TestTree.Tenants[id].Parent)
        {
            if (id == ancestor)
                return true;
        }
        return false;
    }

    private static async Task SetTenant(NpgsqlConnection connection, Guid? tenant)
    {
        await using var set = new NpgsqlCommand("SELECT set_config('app.tenant', $1, true)", connection);
        set.Parameters.Add(new NpgsqlParameter { Value = tenant?.ToString() ?? "" });
        await set.ExecuteNonQueryAsync();
    }

    private string ConnectionOf(string login) =>
        login switch
        {
            Logins.School => app.Database.Setup.Logins.School,
            Logins.Oversight => app.Database.Setup.Logins.Oversight,
            _ => app.Database.Setup.Logins.Work,
        };

    private async Task<IReadOnlyList<WalledTable>> WalledTables()
    {
        await using var connection = new NpgsqlConnection(app.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(WalledTable.Sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        var tables = new List<WalledTable>();
        while (await rows.ReadAsync())
            tables.Add(
                new WalledTable(
                    rows.GetString(0),
                    rows.GetString(1),
                    rows.GetFieldValue<string[]>(2),
                    rows.GetString(3)
                )
            );
        return tables;
    }

    /// <summary>The rows made here need not make sense.</summary>
    private Task DropChecks() =>
        app.Database.Execute(
            """
            DO $$ DECLARE c record; BEGIN
              FOR c IN SELECT conrelid::regclass AS t, conname FROM pg_constraint
                WHERE contype = 'c' AND connamespace = 'mentoring'::regnamespace
              LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.t, c.conname); END LOOP;
            END $$;
            """
        );

    /// <summary>One row for each tenant, with foreign keys and checks switched off: their content does not matter.</summary>
    private async Task Fill(WalledTable table)
    {
        await app.Database.Execute($"DELETE FROM mentoring.{table.Name}");
        foreach (var tenant in TestTree.Tenants.Keys)
            await app.Database.Execute("SET session_replication_role = replica;" + table.Insert(tenant));
    }
}
