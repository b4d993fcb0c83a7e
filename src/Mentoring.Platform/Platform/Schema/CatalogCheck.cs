using Npgsql;

namespace Mentoring.Platform.Platform.Schema;

/// <summary>
/// Reads the system catalog and says in words which wall is missing. An empty answer is the condition for serving.
/// </summary>
public static class CatalogCheck
{
    /// <summary>Tables without row level security: by name, with the whole of what each login may do to them.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> PlatformTables = new Dictionary<string, string[]>(
        StringComparer.Ordinal
    )
    {
        ["tenancy.migration_history"] = [],
        ["mentoring.tenant"] =
        [
            "mentoring_accounts:SELECT",
            "mentoring_oversight:SELECT",
            "mentoring_school:SELECT",
            "mentoring_work:SELECT",
        ],
        ["mentoring.calendar_shift"] =
        [
            "mentoring_accounts:SELECT",
            "mentoring_oversight:SELECT",
            "mentoring_school:SELECT",
            "mentoring_work:SELECT",
        ],
        ["mentoring.work_item"] = [.. Work(), .. AsksForWork(Logins.School), .. AsksForWork(Logins.Oversight)],
        ["mentoring.work_period"] = Work(),
        ["mentoring.work_pause"] = [$"{Logins.Work}:DELETE", $"{Logins.Work}:INSERT", $"{Logins.Work}:SELECT"],
        ["quartz.qrtz_blob_triggers"] = Work(),
        ["quartz.qrtz_calendars"] = Work(),
        ["quartz.qrtz_cron_triggers"] = Work(),
        ["quartz.qrtz_fired_triggers"] = Work(),
        ["quartz.qrtz_job_details"] = Work(),
        ["quartz.qrtz_locks"] = Work(),
        ["quartz.qrtz_paused_job_grps"] = Work(),
        ["quartz.qrtz_paused_trigger_grps"] = Work(),
        ["quartz.qrtz_scheduler_state"] = Work(),
        ["quartz.qrtz_simple_triggers"] = Work(),
        ["quartz.qrtz_simprop_triggers"] = Work(),
        ["quartz.qrtz_triggers"] = Work(),
        ["accounts.account"] = Accounts("INSERT", "SELECT", "UPDATE"),
        ["accounts.api_key"] = Accounts("INSERT", "SELECT", "UPDATE"),
        ["accounts.api_key_minute"] = Accounts("INSERT", "SELECT", "UPDATE"),
        ["accounts.session"] = Accounts("DELETE", "INSERT", "SELECT", "UPDATE"),
        ["accounts.invitation"] = Accounts("DELETE", "INSERT", "SELECT", "UPDATE"),
        ["accounts.membership"] = Accounts("DELETE", "INSERT", "SELECT", "UPDATE"),
        ["accounts.sign_in_failure"] = Accounts("DELETE", "INSERT", "SELECT", "UPDATE"),
        ["accounts.data_protection_key"] = Accounts("INSERT", "SELECT"),
    };

    /// <param name="connection">Any login that may read the catalog; the restricted ones may.</param>
    public static async Task<IReadOnlyList<string>> Run(NpgsqlConnection connection, CancellationToken ct)
    {
        var findings = new List<string>();
        var tables = await CatalogReading.Tables(connection, ct);
        if (tables.Count == 0)
            return ["There are no tables: nothing was migrated."];
        foreach (var name in PlatformTables.Keys.Except(tables.Select(t => t.Name), StringComparer.Ordinal))
            findings.Add($"{name}: the platform table is missing.");
        foreach (var table in tables)
        {
            if (PlatformTables.TryGetValue(table.Name, out var grants))
                CheckGrants(table, grants, findings);
            else if (table.Kind is null || !Policies.ByKind.TryGetValue(table.Kind, out var policies))
                findings.Add($"{table.Name}: the table is of no kind.");
            else
                CheckWalls(table, policies, findings);
        }
        foreach (var (rule, sql) in CatalogRules.All)
        foreach (var subject in await CatalogReading.Names(connection, sql, ct))
            findings.Add($"{subject}: {rule}");
        return findings;
    }

    private static void CheckGrants(CatalogTable table, string[] expected, List<string> findings)
    {
        foreach (var grant in table.Grants.Except(expected, StringComparer.Ordinal))
            findings.Add($"{table.Name}: {grant} is granted and should not be.");
        foreach (var grant in expected.Except(table.Grants, StringComparer.Ordinal))
            findings.Add($"{table.Name}: {grant} is not granted and should be.");
    }

    private static void CheckWalls(CatalogTable table, IReadOnlyList<Policy> expected, List<string> findings)
    {
        if (!table.RowSecurity || !table.Forced)
            findings.Add($"{table.Name}: row level security is not enabled and forced.");
        var wanted = expected.Select(p => CatalogReading.Describe(p)).ToHashSet(StringComparer.Ordinal);
        foreach (var policy in table.Policies.Where(p => !wanted.Contains(p)))
            findings.Add($"{table.Name}: an unknown policy: {policy}");
        foreach (var policy in wanted.Where(p => !table.Policies.Contains(p, StringComparer.Ordinal)))
            findings.Add($"{table.Name}: a policy is missing: {policy}");
        CheckGrants(table, [.. TableGrants.Named(table.Comment, table.Columns)], findings);
    }

    private static string[] Work() =>
        [$"{Logins.Work}:DELETE", $"{Logins.Work}:INSERT", $"{Logins.Work}:SELECT", $"{Logins.Work}:UPDATE"];

    /// <summary>The tenant comes from the database's own setting.</summary>
    private static IEnumerable<string> AsksForWork(string login) =>
        from column in "due_at id key kind payload".Split(' ')
        select $"{login}:INSERT({column})";

    private static string[] Accounts(params string[] verbs) => [.. verbs.Select(v => $"{Logins.Accounts}:{v}")];
}
