namespace Mentoring.Platform.Platform.Schema;

/// <summary>
/// Which login may do what to a table of a tenant, as the comment on the table has it: a letter for each verb, as
/// PostgreSQL abbreviates them (r reads, a inserts, w updates every column but the tenant's, d deletes).
/// </summary>
public sealed record TableGrants
{
    private readonly SortedDictionary<string, string> byLogin = new(StringComparer.Ordinal);

    private TableGrants() { }

    public static TableGrants Of(Writes writes, params string[] logins) => new TableGrants().And(writes, logins);

    public static TableGrants ReadBy(params string[] logins) => new TableGrants().With("r", logins);

    public TableGrants And(Writes writes, params string[] logins) =>
        With(
            writes switch
            {
                Writes.Full => "rawd",
                Writes.NoDelete => "raw",
                _ => "ra",
            },
            logins
        );

    public override string ToString() => string.Join(' ', byLogin.Select(g => $"{g.Key}={g.Value}"));

    /// <summary>Everything that a comment names, one by one, as the catalog shows it.</summary>
    internal static IEnumerable<string> Named(string comment, IEnumerable<string> columns)
    {
        var updatable = columns.Where(c => c is not ("tenant_id" or "lineage")).ToList();
        foreach (var named in comment.Split(' ').Skip(1).Select(g => g.Split('=')))
        foreach (var verb in named[1])
        {
            if (verb == 'w')
            {
                foreach (var column in updatable)
                    yield return $"{named[0]}:UPDATE({column})";
            }
            else
                yield return $"{named[0]}:{(verb == 'r' ? "SELECT" : verb == 'a' ? "INSERT" : "DELETE")}";
        }
    }

    private TableGrants With(string verbs, string[] logins)
    {
        var grants = new TableGrants();
        foreach (var (login, already) in byLogin)
            grants.byLogin[login] = already;
        foreach (var login in logins)
            grants.byLogin[login] = verbs;
        return grants;
    }
}
