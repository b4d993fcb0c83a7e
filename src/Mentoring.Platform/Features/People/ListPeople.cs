using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.People;

/// <summary>Everybody who takes part here: to find whom one means, and who has an account.</summary>
[RequirePermission(PersonPermissions.View)]
public sealed record ListPeople(PersonPart? Part, int? Limit, string? Cursor, string? Sort, string? Q)
    : IQuery<Page<PersonItem>>,
        IPageRequest;

/// <summary>What a person is here; one may be several.</summary>
public enum PersonPart
{
    Mentor,
    Mentee,
    LegalRepresentative,
}

/// <param name="InvitedAt">When the last sheet with a one-time code was made out.</param>
public sealed record PersonItem(
    PersonCard Person,
    IReadOnlyList<PersonPart> Parts,
    string? LoginName,
    DateTimeOffset? InvitedAt
);

internal sealed class ListPeopleValidator : AbstractValidator<ListPeople>
{
    public ListPeopleValidator() => this.AddPageRules(ListPeopleHandler.Orders.Names);
}

internal static class ListPeopleEndpoint
{
    public static void MapListPeople(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListPeople query, Dispatcher send) => send.Ok(query))
            .Describes<ListPeople, Page<PersonItem>>("Lists everybody who takes part here");
}

internal sealed class ListPeopleHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<ListPeople, Result<Page<PersonItem>>>
{
    public static readonly Sorting<Row> Orders = new Sorting<Row>(r => r.Person.Id)
        .By("name", r => r.Name)
        .By("birthDate", r => r.Person.BirthDate);

    public async Task<Result<Page<PersonItem>>> Handle(ListPeople request, CancellationToken cancellationToken)
    {
        var people = db.Set<Person>()
            .AsNoTracking()
            .Matching(request.Q, p => p.SearchText)
            .Where(p =>
                request.Part == null
                || (request.Part == PersonPart.Mentor && p.IsMentor)
                || (request.Part == PersonPart.Mentee && p.IsMentee)
                || (request.Part == PersonPart.LegalRepresentative && p.IsRepresentative)
            )
            .Select(p => new Row { Person = p, Name = p.FamilyName + " " + p.GivenName + " " + (p.Patronymic ?? "") });
        var page = await Orders.Page(people, request, cancellationToken);
        var today = calendar.Today(scope.Tenant);
        return new Page<PersonItem>([.. page.Items.Select(r => Item(r.Person, today))], page.NextCursor, page.Total);
    }

    private static PersonItem Item(Person person, DateOnly today) =>
        new(
            PersonCard.Of(person, today),
            [
                .. new[]
                {
                    (person.IsMentor, PersonPart.Mentor),
                    (person.IsMentee, PersonPart.Mentee),
                    (person.IsRepresentative, PersonPart.LegalRepresentative),
                }
                    .Where(p => p.Item1)
                    .Select(p => p.Item2),
            ],
            person.LoginName,
            person.InvitedAt
        );

    internal sealed class Row
    {
        public required Person Person { get; init; }
        public required string Name { get; init; }
    }
}
