using MediatR;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.IntegrationTests.Attack;

/// <summary>How many people there are; as good as any request of the product.</summary>
[RequirePermission(PersonPermissions.View)]
public sealed record CountPeople : IQuery<PeopleCount>;

public sealed record PeopleCount(int Count);

internal sealed class CountPeopleHandler(MentoringDbContext db)
    : IRequestHandler<CountPeople, Result<PeopleCount>>,
        IRequestHandler<CountPeopleOpenly, Result<PeopleCount>>,
        IRequestHandler<CountPeopleTwice, Result<PeopleCount>>,
        IRequestHandler<CountOwnPeople, Result<PeopleCount>>,
        IRequestHandler<CountPeopleOutside, Result<PeopleCount>>,
        IRequestHandler<CountPeopleOf, Result<PeopleCount>>
{
    public Task<Result<PeopleCount>> Handle(CountPeople request, CancellationToken cancellationToken) => Count();

    public Task<Result<PeopleCount>> Handle(CountPeopleOpenly request, CancellationToken cancellationToken) => Count();

    public Task<Result<PeopleCount>> Handle(CountPeopleTwice request, CancellationToken cancellationToken) => Count();

    public Task<Result<PeopleCount>> Handle(CountOwnPeople request, CancellationToken cancellationToken) => Count();

    public Task<Result<PeopleCount>> Handle(CountPeopleOutside request, CancellationToken cancellationToken) => Count();

    public Task<Result<PeopleCount>> Handle(CountPeopleOf request, CancellationToken cancellationToken) => Count();

    private async Task<Result<PeopleCount>> Count() => new PeopleCount(await db.Set<Person>().CountAsync());
}

/// <summary>Says not who may ask.</summary>
public sealed record CountPeopleOpenly : IQuery<PeopleCount>;

/// <summary>Says it twice.</summary>
[RequirePermission(PersonPermissions.View)]
[AnonymousRequest("A number names nobody")]
public sealed record CountPeopleTwice : IQuery<PeopleCount>;

/// <summary>Is any account's, wherever it is asked.</summary>
[OwnAccount("A number names nobody")]
public sealed record CountOwnPeople : IQuery<PeopleCount>;

/// <summary>Promises to read by one batch and asks EF, so that no transaction is around it.</summary>
[RequirePermission(PersonPermissions.View)]
public sealed record CountPeopleOutside : IQuery<PeopleCount>, IReadsAtOnce;

/// <summary>Lets the caller say whose people.</summary>
[RequirePermission(PersonPermissions.View)]
public sealed record CountPeopleOf(Guid OrganizationId) : ICommand<PeopleCount>;

/// <summary>Answers with the aggregate itself, inside a list.</summary>
[RequirePermission(PersonPermissions.View)]
public sealed record ListPeopleWhole : IQuery<PeopleWhole>;

public sealed record PeopleWhole(IReadOnlyList<Person> Items);

internal sealed class ListPeopleWholeHandler(MentoringDbContext db)
    : IRequestHandler<ListPeopleWhole, Result<PeopleWhole>>
{
    public async Task<Result<PeopleWhole>> Handle(ListPeopleWhole request, CancellationToken cancellationToken) =>
        new PeopleWhole(await db.Set<Person>().ToListAsync(cancellationToken));
}
