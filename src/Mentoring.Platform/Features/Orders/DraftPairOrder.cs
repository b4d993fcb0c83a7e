using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Documents;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Orders;

/// <summary>Drafts an order that assigns the named pairs; its text is made from what is known of them.</summary>
[RequirePermission(OrderPermissions.Draft)]
public sealed record DraftPairOrder(IReadOnlyList<Guid> PairIds) : ICommand<OrderRevision>;

internal sealed class DraftPairOrderValidator : AbstractValidator<DraftPairOrder>
{
    public DraftPairOrderValidator() =>
        RuleFor(r => r.PairIds).NotEmpty().Must(ids => ids.Count <= 200).WithMessage("At most 200 pairs.");
}

internal static class DraftPairOrderEndpoint
{
    private static readonly string[] ExamplePairs = ["0197f000-0000-7000-8000-000000000001"];

    public static void MapDraftPairOrder(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("", (DraftPairOrder body, Dispatcher send) => send.Created(body))
            .DescribesCreation<DraftPairOrder, OrderRevision>(
                "Drafts an order on assigning pairs",
                OrderErrors.PairNotReady,
                OrderErrors.PairInAnotherOrder
            )
            .WithExample(new { pairIds = ExamplePairs });
}

internal sealed class DraftPairOrderHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PairFacts facts,
    PairLabels labels,
    OrganizationOfOrders organizations
) : IRequestHandler<DraftPairOrder, Result<OrderRevision>>
{
    public async Task<Result<OrderRevision>> Handle(DraftPairOrder request, CancellationToken cancellationToken)
    {
        var ids = request.PairIds.Distinct().ToArray();
        var teams = await db.Set<MentoringTeam>()
            .AsNoTracking()
            .Where(t => ids.Contains(t.Id))
            .ToListAsync(cancellationToken);
        if (teams.Count != ids.Length)
            return CommonErrors.NotFound;
        if (teams.Find(t => !t.AwaitsOrder) is { } notReady)
            return OrderErrors.PairNotReady.With("pairId", notReady.Id);
        if (await db.Set<OrderedPair>().AnyAsync(p => p.IsLive && ids.Contains(p.PairId), cancellationToken))
            return OrderErrors.PairInAnotherOrder;
        var pairs = await Named(teams, cancellationToken);
        var drafted = Order.DraftPairAssignment(
            PairOrderWording.Text(await organizations.Read(cancellationToken), pairs),
            PairOrderWording.Pairs(pairs),
            PairOrderWording.Acknowledgments(pairs),
            calendar.Today(scope.Tenant)
        );
        if (drafted.Error is { } refused)
            return refused;
        db.Add(drafted.Value);
        return OrderRevision.Of(drafted.Value);
    }

    /// <summary>In the order of the mentors' names.</summary>
    private async Task<IReadOnlyList<PairToOrder>> Named(List<MentoringTeam> teams, CancellationToken ct)
    {
        var known = await facts.Of(teams, ct);
        var forms = await labels.Forms(teams.Select(t => t.FormCode), ct);
        return
        [
            .. teams
                .Select(t => new PairToOrder(
                    t.Id,
                    known.Card(t.MentorPersonId),
                    known.Card(t.MenteePersonId),
                    forms[t.FormCode].Name
                ))
                .OrderBy(p => p.Mentor.FullName, RussianOrder.Comparer)
                .ThenBy(p => p.Mentee.FullName, RussianOrder.Comparer),
        ];
    }
}

internal static class RussianOrder
{
    /// <summary>Independent of the server's culture.</summary>
    public static readonly StringComparer Comparer = StringComparer.Create(
        System.Globalization.CultureInfo.GetCultureInfo("ru-RU"),
        ignoreCase: true
    );
}
