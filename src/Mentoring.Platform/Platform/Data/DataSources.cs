using Mentoring.Platform.Platform.Requests;
using Npgsql;

namespace Mentoring.Platform.Platform.Data;

/// <summary>Connection strings of the restricted logins; section <c>ConnectionStrings</c>.</summary>
public sealed record DatabaseLogins(string School, string Oversight, string Work, string Accounts);

/// <summary>One pool for each restricted login.</summary>
public sealed class DataSources : IAsyncDisposable
{
    /// <summary>What a request may cost the database; a migration sets its own.</summary>
    internal const string Limits =
        "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=10s";

    /// <summary>
    /// A school's rows are always found by the tenant first, so one plan does for all of its values. Left to choose,
    /// PostgreSQL plans statements over a list of ids anew each time, which took a third of logging a meeting.
    /// </summary>
    internal const string OptionsOfSchool = Limits + " -c plan_cache_mode=force_generic_plan";

    private readonly Dictionary<DatabaseLogin, NpgsqlDataSource> byLogin;

    public DataSources(DatabaseLogins logins)
    {
        byLogin = new()
        {
            [DatabaseLogin.School] = Build("school", logins.School, OptionsOfSchool),
            [DatabaseLogin.Oversight] = Build("oversight", logins.Oversight),
            [DatabaseLogin.Work] = Build("work", logins.Work),
        };
        Accounts = Build("accounts", logins.Accounts);
    }

    public NpgsqlDataSource Accounts { get; }

    public NpgsqlDataSource For(DatabaseLogin login) => byLogin[login];

    public IEnumerable<NpgsqlDataSource> All => byLogin.Values.Append(Accounts);

    /// <summary>Every connection is closed: at once, or as soon as whoever works on it is done.</summary>
    public void Renew()
    {
        foreach (var source in All)
            source.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in All)
            await source.DisposeAsync();
    }

    private static NpgsqlDataSource Build(string name, string connectionString, string options = Limits)
    {
        // The name is what measures tell the pools apart by; without one they would tell the connection string.
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = name };
        var settings = builder.ConnectionStringBuilder;
        // Off by default; the statements of a request are few and the same, so preparing them halves its time.
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 200;
        settings.AutoPrepareMinUsages = 2;
        // Whatever is set is set for one transaction, which the rules of the code see to; clearing the session after
        // each request would cost as much as three statements.
        settings.NoResetOnClose = true;
        // Logins have passwords, and what is on the way is secured by TLS. Left to prefer Kerberos, the driver tries
        // each opening twice, and one that failed at first (the database is just starting) leaves a connection in the
        // pool that fails from its second statement on.
        settings.GssEncryptionMode = GssEncryptionMode.Disable;
        // What takes longer than the driver's own limit is not waited for: the connection is closed and never used again.
        // The remains would be read as the answer to the next question.
        settings.CancellationTimeout = -1;
        settings.IncludeErrorDetail = false;
        settings.ApplicationName ??= "mentoring";
        settings.Options ??= options;
        return builder.Build();
    }
}
