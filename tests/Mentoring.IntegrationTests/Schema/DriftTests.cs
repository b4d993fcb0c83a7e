using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Features.ApiKeys;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.IntegrationTests.Schema;

/// <summary>Migrations are written by hand: the model of EF must say the same as the database that they make.</summary>
public sealed class DriftTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Every_mapped_column_exists_with_its_type_and_every_required_column_is_mapped()
    {
        var real = await RealColumns();
        var mapped = Models().SelectMany(Columns).Distinct().ToList();
        mapped.Count.ShouldBeGreaterThan(50);

        var wrong = mapped
            .Where(m =>
                real.GetValueOrDefault(m.Name) is var found && (found.Type != m.Type || found.Required != m.Required)
            )
            .Select(m => $"{m.Name}: model {m.Type} required={m.Required}, database {real.GetValueOrDefault(m.Name)}");
        wrong.ShouldBeEmpty();

        var tables = mapped.Select(m => m.Name[..m.Name.LastIndexOf('.')]).ToHashSet();
        var unmapped = real.Where(r => tables.Contains(r.Key[..r.Key.LastIndexOf('.')]))
            .Where(r => r.Value is { Required: true, HasDefault: false })
            .Select(r => r.Key)
            .Except(mapped.Select(m => m.Name));
        unmapped.ShouldBeEmpty("an insert by EF would fail");
    }

    [Fact]
    public async Task Every_table_of_a_tenant_is_filtered_by_the_tenant_in_the_model_too()
    {
        using var scope = NewScope();
        var model = scope.ServiceProvider.GetRequiredService<MentoringDbContext>().Model;
        var walled = (await RealTables()).ToHashSet();
        walled.Count.ShouldBeGreaterThan(3);

        var open = model
            .GetEntityTypes()
            .Where(e =>
                (walled.Contains(e.GetTableName() ?? "") || walled.Contains(e.GetViewName() ?? "")) && !e.IsOwned()
            )
            .Where(e => !e.ClrType.IsAssignableTo(typeof(ITenantOwned)))
            .Select(e => e.ClrType.Name);
        open.ShouldBeEmpty();
    }

    private static IEnumerable<(string Name, string Type, bool Required)> Columns(IModel model) =>
        from entity in model.GetEntityTypes()
        let table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema())
        where entity.GetTableName() is not null
        from property in entity.GetProperties()
        select (
            $"{entity.GetSchema()}.{entity.GetTableName()}.{property.GetColumnName(table)}",
            property.GetColumnType(),
            !property.IsColumnNullable(table)
        );

    private IEnumerable<IModel> Models()
    {
        using var scope = NewScope();
        yield return scope.ServiceProvider.GetRequiredService<MentoringDbContext>().Model;
        yield return scope.ServiceProvider.GetRequiredService<AccountsDbContext>().Model;
        yield return scope.ServiceProvider.GetRequiredService<ApiKeysDbContext>().Model;
    }

    private IServiceScope NewScope()
    {
        var scope = app.Services.CreateScope();
        var tenant = new TenantInfo(
            TestTree.School,
            TenantKind.Organization,
            "",
            "",
            [TestTree.School],
            "Europe/Moscow"
        );
        scope.ServiceProvider.GetRequiredService<RequestScope>().EnterAsJob(tenant);
        return scope;
    }

    private async Task<Dictionary<string, (string Type, bool Required, bool HasDefault)>> RealColumns()
    {
        const string sql = """
            SELECT n.nspname || '.' || c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod),
              a.attnotnull, a.atthasdef
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname IN ('mentoring', 'accounts') AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
            """;
        var columns = new Dictionary<string, (string, bool, bool)>(StringComparer.Ordinal);
        await using var connection = new NpgsqlConnection(app.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            columns[rows.GetString(0)] = (rows.GetString(1), rows.GetBoolean(2), rows.GetBoolean(3));
        return columns;
    }

    private async Task<IReadOnlyList<string>> RealTables()
    {
        await using var connection = new NpgsqlConnection(app.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'mentoring' AND c.relkind = 'r' AND c.relrowsecurity
            """,
            connection
        );
        await using var rows = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await rows.ReadAsync())
            names.Add(rows.GetString(0));
        return names;
    }
}
