using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>
/// Tries to use an invitation. Each is counted before its code is looked at: however many come at once, no more than
/// <see cref="Invitation.MostFailures"/> codes are tried, and the right one works once.
/// </summary>
internal sealed class InvitationTries(AccountsDbContext db)
{
    /// <returns>The invitation whose code it is; null where the code is wrong, or there is nothing to try it on.</returns>
    public async Task<Guid?> Begin(Guid account, string code, DateTimeOffset now, CancellationToken ct)
    {
        var open = db.Invitations.Where(i =>
            i.AccountId == account && i.UsedAt == null && i.ExpiresAt > now && i.Failures < Invitation.MostFailures
        );
        if (await open.ExecuteUpdateAsync(i => i.SetProperty(x => x.Failures, x => x.Failures + 1), ct) == 0)
            return null;
        var tried = await db
            .Invitations.AsNoTracking()
            .SingleOrDefaultAsync(i => i.AccountId == account && i.UsedAt == null, ct);
        return tried is not null && CryptographicOperations.FixedTimeEquals(tried.CodeHash, OneTimeCode.Hash(code))
            ? tried.Id
            : null;
    }

    /// <summary>The code was right, and is not used for all that.</summary>
    public Task TakeBack(Guid invitation, CancellationToken ct) =>
        db
            .Invitations.Where(i => i.Id == invitation)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.Failures, x => x.Failures - 1), ct);

    /// <returns>False where somebody else has used it meanwhile.</returns>
    public async Task<bool> Use(Guid invitation, DateTimeOffset now, CancellationToken ct) =>
        await db
            .Invitations.Where(i => i.Id == invitation && i.UsedAt == null)
            .ExecuteUpdateAsync(
                i => i.SetProperty(x => x.UsedAt, now).SetProperty(x => x.Failures, x => x.Failures - 1),
                ct
            ) == 1;
}
