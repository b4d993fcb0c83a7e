using System.Security.Cryptography;
using System.Text;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>
/// Wrong tries make the next one wait, per login and address: nobody can lock another out, and guessing takes years.
/// </summary>
internal sealed class SignInDelay(AccountsDbContext db, TimeProvider clock, IHttpContextAccessor accessor)
{
    private const int FreeTries = 5;
    private const int LongestSeconds = 900;

    public async Task<Error?> Refusal(string login, CancellationToken ct)
    {
        var failure = await db.SignInFailures.FindAsync([Subject(login)], ct);
        if (failure is null || failure.Failures < FreeTries)
            return null;
        var wait = failure.LastAt.AddSeconds(Seconds(failure.Failures)) - clock.GetUtcNow();
        return wait > TimeSpan.Zero
            ? AccountErrors.Wait.With("retryAfter", (int)Math.Ceiling(wait.TotalSeconds))
            : null;
    }

    public Task Failed(string login, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO accounts.sign_in_failure AS f (subject, failures, last_at)
            VALUES ({Subject(login)}, 1, {clock.GetUtcNow()})
            ON CONFLICT (subject) DO UPDATE SET failures = least(f.failures + 1, 60), last_at = excluded.last_at
            """,
            ct
        );

    public Task Succeeded(string login, CancellationToken ct)
    {
        var subject = Subject(login);
        return db.SignInFailures.Where(f => f.Subject == subject).ExecuteDeleteAsync(ct);
    }

    internal static int Seconds(int failures) =>
        (int)Math.Min(LongestSeconds, Math.Pow(2, Math.Max(0, failures - FreeTries)));

    /// <summary>A hash: the table must not become a list of who tried to sign in from where.</summary>
    private string Subject(string login)
    {
        var address = accessor.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Logins.Normalize(login)}|{address}")));
    }
}
