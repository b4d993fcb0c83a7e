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

/// <summary>An order with its text, its pairs and its acknowledgment sheet.</summary>
[RequirePermission(OrderPermissions.View)]
[AuditedRead("Order")]
public sealed record GetOrder(Guid OrderId) : IQuery<OrderDetails>, IReadsSubject
{
    Guid IReadsSubject.SubjectId => OrderId;
}

/// <param name="Document">The sealed .docx; null until the order is signed.</param>
public sealed record OrderDetails(
    Guid Id,
    long Version,
    OrderState State,
    OrderKind Kind,
    string? Number,
    DateOnly? SignedOn,
    DateOnly DraftedOn,
    string Heading,
    string Preamble,
    IReadOnlyList<OrderClause> Clauses,
    string Control,
    OrderSignatory Signatory,
    IReadOnlyList<OrderPairView> Pairs,
    IReadOnlyList<AcknowledgmentView> Acknowledgments,
    AcknowledgedCount Acknowledged,
    OrderDocumentView? Document,
    OrderRevocation? Revocation,
    IReadOnlyList<string> Allowed
) : IVersioned;

/// <param name="State">Of the pair now.</param>
/// <param name="Gate">What the law asks for, today.</param>
public sealed record OrderPairView(
    Guid PairId,
    string MentorName,
    string MentorPosition,
    string MenteeName,
    string MenteePosition,
    string FormName,
    PairState State,
    PairGate Gate
);

public sealed record AcknowledgmentView(Guid PersonId, string Name, string Position, DateOnly? AcknowledgedOn);

/// <param name="Sha256">Hexadecimal.</param>
public sealed record OrderDocumentView(string Sha256, int Size, DateTimeOffset SealedAt);

public sealed record OrderRevocation(DateOnly RevokedOn, string Reason);

internal static class GetOrderEndpoint
{
    public static void MapGetOrder(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/{orderId:guid}", (Guid orderId, Dispatcher send) => send.Ok(new GetOrder(orderId)))
            .Describes<GetOrder, OrderDetails>("Shows an order");
}

internal sealed class GetOrderHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PairFacts facts
) : IRequestHandler<GetOrder, Result<OrderDetails>>
{
    public async Task<Result<OrderDetails>> Handle(GetOrder request, CancellationToken cancellationToken)
    {
        if (await db.FindOrder(request.OrderId, cancellationToken) is not { } order)
            return CommonErrors.NotFound;
        return new OrderDetails(
            order.Id,
            order.Version,
            order.State,
            order.Kind,
            order.Number,
            order.SignedOn,
            order.DraftedOn,
            order.Text.Heading,
            order.Text.Preamble,
            order.Text.Clauses,
            order.Text.Control,
            order.Text.Signatory,
            await Pairs(order, cancellationToken),
            [
                .. order
                    .Acknowledgments.OrderBy(a => a.Ordinal)
                    .Select(a => new AcknowledgmentView(a.PersonId, a.Name, a.Position, a.AcknowledgedOn)),
            ],
            AcknowledgedCount.In(order),
            await Document(order, cancellationToken),
            order.RevokedOn is { } revokedOn ? new OrderRevocation(revokedOn, order.RevocationReason!) : null,
            OrderAccess.Allowed(scope.Actor, order.State)
        );
    }

    private async Task<IReadOnlyList<OrderPairView>> Pairs(Order order, CancellationToken ct)
    {
        var ids = order.Pairs.Select(p => p.PairId).ToArray();
        var teams = await db.Set<MentoringTeam>()
            .AsNoTracking()
            .Where(t => ids.Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, ct);
        var known = await facts.Of(teams.Values, ct);
        var today = calendar.Today(scope.Tenant);
        return
        [
            .. order
                .Pairs.OrderBy(p => p.Ordinal)
                .Select(p => new OrderPairView(
                    p.PairId,
                    p.MentorName,
                    p.MentorPosition,
                    p.MenteeName,
                    p.MenteePosition,
                    p.FormName,
                    teams[p.PairId].State,
                    PairGate.Of(known.GateOf(teams[p.PairId], today), known)
                )),
        ];
    }

    private async Task<OrderDocumentView?> Document(Order order, CancellationToken ct)
    {
        if (order.DocumentId is not { } document)
            return null;
        var row = await db.Set<SealedDocument>()
            .Where(d => d.Id == document)
            .Select(d => new
            {
                d.Sha256,
                d.Size,
                d.SealedAt,
            })
            .SingleAsync(ct);
        return new OrderDocumentView(Convert.ToHexStringLower(row.Sha256), row.Size, row.SealedAt);
    }
}
