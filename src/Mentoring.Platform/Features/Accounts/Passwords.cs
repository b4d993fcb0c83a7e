using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>Passwords: length counts, not the kinds of characters.</summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher)
{
    public const int Shortest = 10;
    public const int Longest = 128;

    // Checked when nobody has the login, so that both refusals take as long.
    private static readonly Account Nobody = new() { DisplayName = "", UserName = "" };
    private static string? hashOfNobody;

    public Result Set(Account account, string password)
    {
        if (password.Length is < Shortest or > Longest)
            return AccountErrors.PasswordTooWeak;
        if (password.Contains(account.UserName!, StringComparison.OrdinalIgnoreCase))
            return AccountErrors.PasswordTooWeak;
        account.PasswordHash = hasher.HashPassword(account, password);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        return Result.Ok;
    }

    public bool Matches(Account? account, string password)
    {
        hashOfNobody ??= hasher.HashPassword(Nobody, "nobody has this");
        var hash = account?.PasswordHash ?? hashOfNobody;
        var fits = hasher.VerifyHashedPassword(account ?? Nobody, hash, password) != PasswordVerificationResult.Failed;
        return fits && account?.PasswordHash is not null && account.DisabledAt is null;
    }
}
