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
using Mentoring.Platform.Platform.Texts;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Orders;

/// <summary>
/// Signs an order: number, date, sealed text; the paper itself is signed by hand. Every pair whose legal gate is open
/// begins to work with it.
/// </summary>
/// <param name="Number">The next one of the year's series when absent.</param>
[RequirePermission(OrderPermissions.Sign)]
[RequireIfMatch]
public sealed record SignOrder(
    DateOnly SignedOn,
    [property: JsonConverter(typeof(PaperNumberText))] string? Number = null
) : ICommand<SignedOrder>
{
    [JsonIgnore]
    public Guid OrderId { get; init; }
}

/// <param name="DocumentSha256">Of the sealed .docx, hexadecimal.</param>
/// <param name="Activated">Pairs that work from now on.</param>
/// <param name="Waiting">Pairs that the order names and the law does not let begin yet.</param>
public sealed record SignedOrder(
    Guid Id,
    long Version,
    OrderState State,
    string Number,
    DateOnly SignedOn,
    string DocumentSha256,
    IReadOnlyList<Guid> Activated,
    IReadOnlyList<WaitingPair> Waiting
) : IVersioned;

public sealed record WaitingPair(Guid PairId, IReadOnlyList<MissingFact> Missing);

internal sealed class SignOrderValidator : AbstractValidator<SignOrder>
{
    public SignOrderValidator() =>
        RuleFor(r => r.Number)
            .MaximumLength(30)
            .Must(n => n is null || n.Length > 0)
            .WithMessage("Empty number.")
            .IsPaperNumber();
}

internal static class SignOrderEndpoint
{
    public static void MapSignOrder(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{orderId:guid}/signature",
                (Guid orderId, SignOrder body, Dispatcher send) => send.Ok(body with { OrderId = orderId })
            )
            .Describes<SignOrder, SignedOrder>(
                "Signs an order and lets its pairs begin",
                OrderErrors.WrongState,
                OrderErrors.PairNotReady,
                OrderErrors.DateInFuture,
                OrderErrors.SignedBeforeDraft,
                OrderErrors.DateBeforeLast,
                OrderErrors.NumberTaken,
                PairErrors.OrderBeforeConsents
            )
            .WithExample(new { signedOn = "2026-04-20" });
}

internal sealed class SignOrderHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    TimeProvider clock,
    OrderNumbers numbers,
    OrganizationOfOrders organizations,
    PairActivation activation
) : IRequestHandler<SignOrder, Result<SignedOrder>>
{
    public async Task<Result<SignedOrder>> Handle(SignOrder request, CancellationToken cancellationToken)
    {
        if (await db.FindOrder(request.OrderId, cancellationToken) is not { } order)
            return CommonErrors.NotFound;
        if (scope.CheckVersion(order.Version).Error is { } stale)
            return stale;
        var today = calendar.Today(scope.Tenant);
        var taken = await TakeNumber(request, cancellationToken);
        if (taken.Error is { } occupied)
            return occupied;
        var last = taken.Value;
        var document = SealedDocument.Seal(
            "order",
            SealedDocument.Docx,
            OrderLayoutOf.Docx(order, await organizations.Read(cancellationToken), last.Number, request.SignedOn),
            clock.GetUtcNow()
        );
        if (order.Sign(last.Number, request.SignedOn, last.SignedOn, document.Id, today).Error is { } refused)
            return refused;
        if (order.TakeEffect(today).Error is { } notYet)
            return notYet;
        db.Add(document);
        var teams = await Teams(order, cancellationToken);
        foreach (var team in teams)
        {
            if (!team.AwaitsOrder)
                return OrderErrors.PairNotReady.With("pairId", team.Id);
            if (team.ApproveByOrder(order.Id, last.Number, request.SignedOn).Error is { } notApproved)
                return notApproved;
        }
        var gates = await activation.ActivateOpen(teams, cancellationToken);
        return new SignedOrder(
            order.Id,
            order.Version,
            order.State,
            last.Number,
            request.SignedOn,
            Convert.ToHexStringLower(document.Sha256),
            [.. teams.Where(t => t.State == PairState.Active && gates[t.Id].IsOpen).Select(t => t.Id)],
            [.. teams.Where(t => !gates[t.Id].IsOpen).Select(t => new WaitingPair(t.Id, gates[t.Id].Missing))]
        );
    }

    /// <summary>Numbers and dates go on together; whoever sets a number by hand answers for its date.</summary>
    private async Task<Result<(string Number, DateOnly? SignedOn)>> TakeNumber(SignOrder request, CancellationToken ct)
    {
        var year = request.SignedOn.Year;
        if (request.Number is { } byHand)
        {
            var set = await numbers.Set(year, byHand, ct);
            return set.Error is { } refused ? refused : (byHand, (DateOnly?)null);
        }
        // The series first: its lock makes the date that is read then the last one.
        var number = await numbers.Next(year, ct);
        return (number, await numbers.LastSignedOn(year, ct));
    }

    private Task<List<MentoringTeam>> Teams(Order order, CancellationToken ct)
    {
        var ids = order.Pairs.Select(p => p.PairId).ToArray();
        return db.Set<MentoringTeam>().Where(t => ids.Contains(t.Id)).ToListAsync(ct);
    }
}
