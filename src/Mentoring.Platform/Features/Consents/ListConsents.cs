using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.People;
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

namespace Mentoring.Platform.Features.Consents;

/// <summary>Consents of the organization's people, of one person or of all.</summary>
[RequirePermission(ConsentPermissions.View)]
public sealed record ListConsents(
    Guid? PersonId,
    ConsentState? State,
    int? Limit,
    string? Cursor,
    string? Sort,
    string? Q
) : IQuery<Page<Consent>>, IPageRequest;

/// <param name="RepresentativeName">Who signed for the minor, or together with him.</param>
public sealed record Consent(
    Guid Id,
    long Version,
    Guid PersonId,
    string PersonName,
    ConsentScope Scope,
    string TextVersion,
    DateOnly GivenOn,
    DateOnly ValidUntil,
    bool SubjectSigned,
    Guid? RepresentativePersonId,
    string? RepresentativeName,
    string? PaperReference,
    ConsentState State,
    DateOnly? WithdrawnOn,
    string? WithdrawnReason,
    IReadOnlyList<string> Allowed
);

internal sealed class ListConsentsValidator : AbstractValidator<ListConsents>
{
    public ListConsentsValidator() => this.AddPageRules(ListConsentsHandler.Orders.Names);
}

internal static class ListConsentsEndpoint
{
    public static void MapListConsents(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListConsents query, Dispatcher send) => send.Ok(query))
            .Describes<ListConsents, Page<Consent>>("Lists consents to the processing of personal data");
}

internal sealed class ListConsentsHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<ListConsents, Result<Page<Consent>>>
{
    public static readonly Sorting<Row> Orders = new Sorting<Row>(r => r.Id)
        .By("validUntil", r => r.ValidUntil)
        .By("givenOn", r => r.GivenOn)
        .By("name", r => r.Name);

    public async Task<Result<Page<Consent>>> Handle(ListConsents request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        var consents = db.Set<PersonalDataConsent>()
            .Where(c =>
                (request.PersonId == null || c.PersonId == request.PersonId)
                && (
                    request.State == null
                    || (request.State == ConsentState.Withdrawn && c.WithdrawnOn != null)
                    || (request.State == ConsentState.Expired && c.WithdrawnOn == null && c.ValidUntil < today)
                    || (request.State == ConsentState.Given && c.WithdrawnOn == null && c.ValidUntil >= today)
                )
            );
        var rows =
            from consent in consents
            join person in db.Set<Person>().Matching(request.Q, p => p.SearchText) on consent.PersonId equals person.Id
            join signer in db.Set<Person>() on consent.RepresentativeId equals signer.Id into signers
            from signer in signers.DefaultIfEmpty()
            select new Row
            {
                Id = consent.Id,
                Consent = consent,
                ValidUntil = consent.ValidUntil,
                GivenOn = consent.GivenOn,
                Name = person.FamilyName + " " + person.GivenName + " " + (person.Patronymic ?? ""),
                Signer =
                    signer == null
                        ? null
                        : signer.FamilyName + " " + signer.GivenName + " " + (signer.Patronymic ?? ""),
            };
        var page = await Orders.Page(rows.AsNoTracking(), request, cancellationToken);
        return new Page<Consent>([.. page.Items.Select(r => Item(r, today))], page.NextCursor, page.Total);
    }

    private Consent Item(Row row, DateOnly today)
    {
        var c = row.Consent;
        var state = c.StateOn(today);
        return new Consent(
            c.Id,
            c.Version,
            c.PersonId,
            row.Name.TrimEnd(),
            c.Scope,
            c.TextVersion,
            c.GivenOn,
            c.ValidUntil,
            c.SubjectSigned,
            c.RepresentativeId,
            row.Signer?.TrimEnd(),
            c.PaperReference,
            state,
            c.WithdrawnOn,
            c.WithdrawnReason,
            ConsentAccess.Allowed(scope.Actor, state)
        );
    }

    internal sealed class Row
    {
        public required Guid Id { get; init; }
        public required PersonalDataConsent Consent { get; init; }
        public required DateOnly ValidUntil { get; init; }
        public required DateOnly GivenOn { get; init; }
        public required string Name { get; init; }
        public required string? Signer { get; init; }
    }
}
