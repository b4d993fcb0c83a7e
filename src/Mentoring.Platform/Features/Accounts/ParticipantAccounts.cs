using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>Accounts of an organization's participants: made and renewed from their person.</summary>
internal sealed class ParticipantAccounts(
    AccountsDbContext db,
    RequestScope scope,
    RecentSessions recent,
    TimeProvider clock
)
{
    private static readonly TimeSpan Term = TimeSpan.FromDays(14);

    public async Task<Result<InvitationSheet>> Invite(Person person, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var (account, refusal) = await Find(person, ct);
        if (refusal is not null)
            return refusal;
        account ??= await Make(person, ct);

        var now = clock.GetUtcNow();
        await db
            .Invitations.Where(i => i.AccountId == account.Id && i.UsedAt == null)
            .ExecuteUpdateAsync(i => i.SetProperty(x => x.UsedAt, now), ct);
        var code = OneTimeCode.New();
        var invitation = new Invitation
        {
            AccountId = account.Id,
            TenantId = scope.Tenant.Id,
            CodeHash = OneTimeCode.Hash(code),
            CreatedAt = now,
            ExpiresAt = now + Term,
        };
        db.Add(invitation);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        recent.Forget();
        return new InvitationSheet(
            invitation.Id,
            person.Id,
            account.UserName!,
            code,
            invitation.ExpiresAt,
            account.PasswordHash is null ? InvitationPurpose.Activation : InvitationPurpose.Reset
        );
    }

    /// <summary>
    /// Brings the person's membership, if there is one, in step with what he is, and the account's name with what he is
    /// called. An account that leads to another organization too is not renamed from here.
    /// </summary>
    public async Task Follow(Person person, CancellationToken ct)
    {
        var tenant = scope.Tenant.Id;
        var membership = await db.Memberships.SingleOrDefaultAsync(
            m => m.TenantId == tenant && m.PersonId == person.Id,
            ct
        );
        if (membership is null)
            return;
        membership.Roles = ParticipantRoles.Renewed(membership.Roles, person);
        var isOfOthersToo = await db.Memberships.AnyAsync(
            m => m.AccountId == membership.AccountId && m.TenantId != tenant,
            ct
        );
        if (!isOfOthersToo)
            (await db.Users.SingleAsync(a => a.Id == membership.AccountId, ct)).DisplayName = person.ShortName;
        await db.SaveChangesAsync(ct);
        recent.Forget();
    }

    /// <summary>
    /// The person's account. A code for it would let whoever prints the sheet in everywhere that the account leads:
    /// so none where it leads to another organization or to a position here.
    /// </summary>
    private async Task<(Account? Account, Error? Refusal)> Find(Person person, CancellationToken ct)
    {
        var tenant = scope.Tenant.Id;
        var accountId = await db
            .Memberships.Where(m => m.TenantId == tenant && m.PersonId == person.Id)
            .Select(m => (Guid?)m.AccountId)
            .SingleOrDefaultAsync(ct);
        if (accountId is null)
            return (null, null);
        var memberships = await db.Memberships.Where(m => m.AccountId == accountId).ToListAsync(ct);
        if (memberships.Exists(m => m.TenantId != tenant || ParticipantRoles.HasStaffRole(m.Roles)))
            return (null, AccountErrors.BelongsElsewhere);
        var membership = memberships.Single();
        membership.Roles = ParticipantRoles.Renewed(membership.Roles, person);
        var account = await db.Users.SingleAsync(a => a.Id == accountId, ct);
        return account.DisabledAt is null ? (account, null) : (null, AccountErrors.BelongsElsewhere);
    }

    private async Task<Account> Make(Person person, CancellationToken ct)
    {
        var login = await FreeLogin(person, ct);
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = login,
            NormalizedUserName = Logins.Normalize(login),
            DisplayName = person.ShortName,
        };
        db.Add(account);
        db.Add(
            new MembershipRow
            {
                AccountId = account.Id,
                TenantId = scope.Tenant.Id,
                PersonId = person.Id,
                Roles = [.. ParticipantRoles.Of(person)],
            }
        );
        await db.SaveChangesAsync(ct);
        return account;
    }

    private async Task<string> FreeLogin(Person person, CancellationToken ct)
    {
        string login;
        do login = Logins.New(person.FamilyName, person.GivenName, person.Patronymic);
        while (await db.Users.AnyAsync(a => a.NormalizedUserName == Logins.Normalize(login), ct));
        return login;
    }
}
