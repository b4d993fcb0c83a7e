using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Identity;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>Passwords: length counts, not the kinds of characters.</summary>
internal sealed class Passwords(IPasswordHasher<Account> hasher, HashingTurns turns, RequestScope scope)
{
    public const int Shortest = 10;
    public const int Longest = 128;

    // Checked when nobody has the login, so that both refusals take as long.
    private static readonly Account Nobody = new() { DisplayName = "", UserName = "" };
    private static string? hashOfNobody;

    public async Task<Result> Set(Account account, string password)
    {
        if (password.Length is < Shortest or > Longest)
            return AccountErrors.PasswordTooWeak;
        if (password.Contains(account.UserName!, StringComparison.OrdinalIgnoreCase))
            return AccountErrors.PasswordTooWeak;
        var hash = await turns.Do(() => hasher.HashPassword(account, password), scope.Abandoned);
        if (hash.Error is { } crowded)
            return crowded;
        account.PasswordHash = hash.Value;
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        return Result.Ok;
    }

    /// <summary>Refused where too many wait for the same.</summary>
    public async Task<Result<bool>> Matches(Account? account, string password)
    {
        var verified = await turns.Do(() => Verify(account, password), scope.Abandoned);
        return verified.Error is { } crowded
            ? crowded
            : verified.Value && account?.PasswordHash is not null && account.DisabledAt is null;
    }

    private bool Verify(Account? account, string password)
    {
        hashOfNobody ??= hasher.HashPassword(Nobody, "nobody has this");
        var hash = account?.PasswordHash ?? hashOfNobody;
        return hasher.VerifyHashedPassword(account ?? Nobody, hash, password) != PasswordVerificationResult.Failed;
    }
}
