using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Schema;
using Npgsql;

namespace Mentoring.Platform.Platform.Data;

/// <summary>
/// Policies are written for logins by name, and row level security asks nothing of a superuser: a connection string
/// that names another login would take the walls away without a word.
/// </summary>
public static class LoginCheck
{
    public static async Task<IReadOnlyList<string>> Run(DataSources sources, CancellationToken ct)
    {
        var findings = new List<string>();
        foreach (
            var (source, wanted) in new[]
            {
                (sources.For(DatabaseLogin.School), Logins.School),
                (sources.For(DatabaseLogin.Oversight), Logins.Oversight),
                (sources.For(DatabaseLogin.Work), Logins.Work),
                (sources.Accounts, Logins.Accounts),
            }
        )
        {
            await using var command = source.CreateCommand("SELECT session_user::text || '|' || current_user::text");
            if (await command.ExecuteScalarAsync(ct) is var found && $"{wanted}|{wanted}" != found as string)
                findings.Add($"{wanted}: the connection string names another login.");
        }
        return findings;
    }
}
