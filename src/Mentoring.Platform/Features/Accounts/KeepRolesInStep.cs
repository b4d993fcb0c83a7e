using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>A person with an account has become a mentor, mentee or representative too: the account's roles follow.</summary>
internal sealed class KeepRolesInStep(MentoringDbContext db, ParticipantAccounts accounts) : IWorkHandler
{
    public string Kind => PersonWork.ParticipationChanged;

    public async Task Handle(string key, string payload, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(key);
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == id, cancellationToken);
        await accounts.Follow(person, cancellationToken);
    }
}
