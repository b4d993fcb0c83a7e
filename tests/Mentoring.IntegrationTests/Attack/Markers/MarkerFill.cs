using System.Security.Cryptography;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.IntegrationTests.Attack.Markers;

/// <summary>
/// Puts markers into every text column of every tenant, as a superuser; which columns there are the catalog says, and
/// which of them are words of the product <see cref="Allowed.Words"/> and the enumerations of the model.
/// </summary>
internal sealed class MarkerFill(NpgsqlConnection connection, MentoringDbContext model)
{
    private sealed record Column(string Table, string Name, string Type, bool IsGenerated)
    {
        public string Key => $"{Table}.{Name}";
    }

    /// <summary>The columns that hold markers, and those whose checks let none in where nothing stands.</summary>
    public async Task<IReadOnlyList<string>> Mark()
    {
        var words = Enumerations();
        var marked = new List<string>();
        await Run("SET session_replication_role = replica");
        foreach (
            var column in (await Columns()).Where(c =>
                c is { Type: "text", IsGenerated: false } && !words.Contains(c.Key) && !Allowed.Words.Contains(c.Key)
            )
        )
        {
            foreach (var tenant in TestTree.Tenants.Keys)
            {
                var owner = column.Table == "tenant" ? "id" : "tenant_id";
                var filled =
                    $"UPDATE mentoring.{column.Table} SET {column.Name} = coalesce({column.Name}, '') || ' "
                    + $"{MarkerWords.Of(tenant, column.Key)}' WHERE {owner} = '{tenant}' "
                    + $"AND coalesce({column.Name}, '') NOT LIKE '%{MarkerWords.Of(tenant)}%'";
                // Some texts may only stand where the thing has happened that they are of.
                if (Allowed.Signs.Contains(column.Key) || !await Try(filled))
                    await Run($"{filled} AND {column.Name} IS NOT NULL");
            }
            marked.Add(column.Key);
        }
        await Run("SET session_replication_role = origin");
        return marked;
    }

    /// <summary>Gives another organization the rows of one, with ids and words of its own.</summary>
    public async Task Copy(Guid from, Guid to)
    {
        await Run("SET session_replication_role = replica");
        foreach (var table in (await Columns()).GroupBy(c => c.Table).Where(t => t.Key != "tenant"))
        {
            var columns = table.Where(c => !c.IsGenerated).ToList();
            await Run(
                $"INSERT INTO mentoring.{table.Key} ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) "
                    + $"SELECT {string.Join(", ", columns.Select(c => Copied(c, from, to)))} "
                    + $"FROM mentoring.{table.Key} WHERE tenant_id = '{from}' ON CONFLICT DO NOTHING"
            );
        }
        await Run(
            $"""
            UPDATE accounts.membership m SET person_id = {Id($"s.person_id", to)}
            FROM accounts.membership s WHERE s.tenant_id = '{from}' AND m.tenant_id = '{to}' AND s.roles = m.roles
            """
        );
        await Run("SET session_replication_role = origin");
        await RewriteDocuments(from, to);
    }

    private static string Id(string column, Guid to) => $"md5('{to}' || {column}::text)::uuid";

    private static string Copied(Column column, Guid from, Guid to) =>
        (column.Name, column.Type) switch
        {
            ("tenant_id", _) => $"'{to}'",
            ("lineage", _) => $"(SELECT lineage FROM mentoring.tenant WHERE id = '{to}')",
            (var name, "uuid") => Id($"\"{name}\"", to),
            (var name, "uuid[]") => $"ARRAY(SELECT {Id("u", to)} FROM unnest(\"{name}\") u)",
            (var name, "text" or "text[]" or "jsonb") => $"{Reworded($"\"{name}\"::text", from, to)}::{column.Type}",
            var (name, _) => $"\"{name}\"",
        };

    /// <summary>The words of the tenant and of its ancestors become those of the other and of its own.</summary>
    private static string Reworded(string text, Guid from, Guid to) =>
        TestTree
            .Lineage(from)
            .Zip(TestTree.Lineage(to))
            .Aggregate(
                text,
                (sql, pair) => $"replace({sql}, '{MarkerWords.Of(pair.First)}', '{MarkerWords.Of(pair.Second)}')"
            );

    private async Task RewriteDocuments(Guid from, Guid to)
    {
        var documents = new List<(Guid Id, byte[] Content)>();
        await using (var read = Command($"SELECT id, content FROM mentoring.document WHERE tenant_id = '{to}'"))
        await using (var rows = await read.ExecuteReaderAsync())
        {
            while (await rows.ReadAsync())
                documents.Add((rows.GetGuid(0), MarkerWords.Rewrite(rows.GetFieldValue<byte[]>(1), from, to)));
        }
        foreach (var (id, content) in documents)
        {
            await using var write = Command(
                "UPDATE mentoring.document SET content = $1, size = $2, sha256 = $3 WHERE tenant_id = $4 AND id = $5"
            );
            foreach (var value in new object[] { content, content.Length, SHA256.HashData(content), to, id })
                write.Parameters.Add(new NpgsqlParameter { Value = value });
            await write.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Columns whose words are an enumeration of the code.</summary>
    private HashSet<string> Enumerations() =>
        [
            .. from entity in model.Model.GetEntityTypes()
            from property in entity.GetProperties()
            where (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType).IsEnum
            select $"{entity.GetTableName()}.{property.GetColumnName()}",
        ];

    private async Task<IReadOnlyList<Column>> Columns()
    {
        var columns = new List<Column>();
        await using var command = Command(
            """
            SELECT c.relname, a.attname, format_type(a.atttypid, NULL), a.attgenerated <> ''
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE n.nspname = 'mentoring' AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
              AND (c.relname = 'tenant' OR obj_description(c.oid, 'pg_class') LIKE 'kind:%')
            ORDER BY c.relname, a.attnum
            """
        );
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            columns.Add(new Column(rows.GetString(0), rows.GetString(1), rows.GetString(2), rows.GetBoolean(3)));
        return columns;
    }

    private async Task<bool> Try(string sql)
    {
        try
        {
            await Run(sql);
            return true;
        }
        catch (PostgresException e)
            when (e.SqlState is PostgresErrorCodes.CheckViolation or PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    private async Task Run(string sql)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlCommand Command(string sql) => new(sql, connection);
}
