using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>What a person with an account is here, or is called, has changed: the account's roles and name follow.</summary>
internal sealed class KeepAccountInStep(MentoringDbContext db, ParticipantAccounts accounts) : IWorkHandler
{
    public string Kind => PersonWork.ParticipationChanged;

    public async Task Handle(string key, string payload, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(key);
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        await accounts.Follow(person, cancellationToken);
    }
}
