using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Walls;

/// <summary>A table under row level security, as the catalog shows it.</summary>
/// <param name="Columns">Each as <c>name|type|check values</c>.</param>
internal sealed record WalledTable(string Name, string Kind, string[] Columns, string Comment)
{
    public const string Sql = """
        SELECT c.relname, substring(obj_description(c.oid, 'pg_class') from '^kind:(\w+)'),
          ARRAY(SELECT a.attname || '|' || format_type(a.atttypid, NULL) || '|' || a.attgenerated::text
            FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              AND (a.attnotnull OR a.attname = 'lineage') ORDER BY a.attnum),
          obj_description(c.oid, 'pg_class')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'mentoring' AND c.relkind = 'r' AND obj_description(c.oid, 'pg_class') LIKE 'kind:%'
        ORDER BY 1
        """;

    /// <summary>A column that a login may update, if it may update any.</summary>
    public string? Updatable =>
        Columns
            .Select(c => c.Split('|'))
            .Where(c => c[0] is not ("tenant_id" or "lineage" or "id") && c[2] == "")
            .Select(c => c[0])
            .FirstOrDefault();

    /// <summary>A row of a tenant that no test acts as.</summary>
    public string InsertForeign => Insert(TestTree.OtherSchool);

    public string Insert(Guid tenant)
    {
        var columns = Columns.Select(c => c.Split('|')).Where(c => c[2] == "").ToList();
        var values = columns.Select(c => Value(c[0], c[1], tenant));
        return $"INSERT INTO mentoring.{Name} ({string.Join(", ", columns.Select(c => $"\"{c[0]}\""))}) "
            + $"VALUES ({string.Join(", ", values)})";
    }

    private static string Value(string column, string type, Guid tenant) =>
        (column, type) switch
        {
            ("tenant_id", _) => $"'{tenant}'",
            ("lineage", _) => $"(SELECT lineage FROM mentoring.tenant WHERE id = '{tenant}')",
            (_, "uuid") => "gen_random_uuid()",
            (_, "uuid[]" or "integer[]") => "'{}'",
            (_, "text" or "character varying") => "'x'",
            (_, "text[]") => "'{}'",
            (_, "jsonb") => "'{}'",
            (_, "bytea") => "'x'",
            (_, "boolean") => "false",
            (_, "date") => "'2026-04-01'",
            (_, "timestamp with time zone") => "now()",
            (_, "integer" or "bigint" or "smallint" or "numeric") => "1",
            _ => throw new NotSupportedException($"{column} {type}"),
        };
}
