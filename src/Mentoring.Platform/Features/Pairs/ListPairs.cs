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

namespace Mentoring.Platform.Features.Pairs;

/// <summary>The pairs that the actor may see.</summary>
/// <param name="Mine">Only those in which he has a voice.</param>
[RequirePermission(PairPermissions.View)]
public sealed record ListPairs(int? Limit, string? Cursor, string? Sort, string? Q, PairState? State, bool? Mine)
    : IQuery<Page<PairItem>>,
        IPageRequest;

/// <param name="Missing">What the legal gate misses today, each thing once.</param>
public sealed record PairItem(
    Guid Id,
    long Version,
    PairState State,
    PairLabel Form,
    PairEndItem Mentor,
    PairEndItem Mentee,
    DateOnly ProposedOn,
    DateOnly? ActiveSince,
    DateOnly? ClosedOn,
    string? OrderNumber,
    bool GateOpen,
    IReadOnlyList<GateCode> Missing
);

public sealed record PairEndItem(Guid PersonId, Guid ProfileId, string Name, DateOnly? AgreedOn, bool IsMine);

internal sealed class ListPairsValidator : AbstractValidator<ListPairs>
{
    public ListPairsValidator()
    {
        this.AddPageRules(ListPairsHandler.Orders.Names);
        RuleFor(r => r.State).IsInEnum();
    }
}

internal static class ListPairsEndpoint
{
    public static void MapListPairs(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListPairs query, Dispatcher send) => send.Ok(query))
            .Describes<ListPairs, Page<PairItem>>("Lists the pairs that one may see");
}

internal sealed class ListPairsHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PairActors actors,
    PairFacts facts,
    PairLabels labels
) : IRequestHandler<ListPairs, Result<Page<PairItem>>>
{
    public static readonly Sorting<PairRow> Orders = new Sorting<PairRow>(r => r.Id)
        .By("mentor", r => r.Mentor)
        .By("mentee", r => r.Mentee)
        .By("proposedOn", r => r.ProposedOn);

    public async Task<Result<Page<PairItem>>> Handle(ListPairs request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var teams = db.Set<MentoringTeam>().Where(PairAccess.VisibleTo(actor, request.Mine == true));
        if (request.State is { } state)
            teams = teams.Where(t => t.State == state);
        var rows =
            from team in teams
            join mentor in db.Set<Person>() on team.MentorPersonId equals mentor.Id
            join mentee in db.Set<Person>() on team.MenteePersonId equals mentee.Id
            select new
            {
                Row = new PairRow
                {
                    Id = team.Id,
                    Mentor = mentor.FamilyName + " " + mentor.GivenName,
                    Mentee = mentee.FamilyName + " " + mentee.GivenName,
                    ProposedOn = team.ProposedOn,
                },
                Text = mentor.SearchText + mentee.SearchText,
            };
        var page = await Orders.Page(
            rows.Matching(request.Q, r => r.Text).Select(r => r.Row),
            request,
            cancellationToken
        );
        return new Page<PairItem>(await Items(page.Items, actor, cancellationToken), page.NextCursor, page.Total);
    }

    private async Task<IReadOnlyList<PairItem>> Items(
        IReadOnlyList<PairRow> rows,
        PairActor actor,
        CancellationToken ct
    )
    {
        if (rows.Count == 0)
            return [];
        var ids = rows.Select(r => r.Id).ToArray();
        var teams = await db.Set<MentoringTeam>()
            .AsNoTracking()
            .Where(t => ids.Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, ct);
        var known = await facts.Of(teams.Values, ct);
        var forms = await labels.Forms(teams.Values.Select(t => t.FormCode), ct);
        var today = calendar.Today(scope.Tenant);
        return [.. rows.Select(r => Item(teams[r.Id], known, forms, actor, today))];
    }

    private static PairItem Item(
        MentoringTeam team,
        FactsOfPairs known,
        IReadOnlyDictionary<string, PairLabel> forms,
        PairActor actor,
        DateOnly today
    )
    {
        var gate = known.GateOf(team, today);
        return new PairItem(
            team.Id,
            team.Version,
            team.State,
            forms[team.FormCode],
            End(team, team.Mentor, known, actor),
            End(team, team.Mentee, known, actor),
            team.ProposedOn,
            team.ActiveSince,
            team.ClosedOn,
            team.OrderNumber,
            gate.IsOpen,
            [.. gate.Missing.Select(m => m.Code).Distinct()]
        );
    }

    private static PairEndItem End(MentoringTeam team, TeamMember member, FactsOfPairs known, PairActor actor) =>
        new(
            member.PersonId,
            member.ProfileId,
            known.Card(member.PersonId).FullName,
            team.DutyConsentOf(member.PersonId) is { WithdrawnOn: null } consent ? consent.GivenOn : null,
            actor.SpeaksFor(member.PersonId)
        );

    /// <summary>What the list is sorted by.</summary>
    internal sealed class PairRow
    {
        public required Guid Id { get; init; }
        public required string Mentor { get; init; }
        public required string Mentee { get; init; }
        public required DateOnly ProposedOn { get; init; }
    }
}
