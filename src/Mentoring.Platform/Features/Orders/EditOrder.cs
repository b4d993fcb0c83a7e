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

/// <summary>Rewords a draft.</summary>
[RequirePermission(OrderPermissions.Edit)]
[RequireIfMatch]
public sealed record EditOrder(
    string Heading,
    string Preamble,
    IReadOnlyList<OrderClause> Clauses,
    string Control,
    OrderSignatory Signatory
) : ICommand<OrderRevision>
{
    [JsonIgnore]
    public Guid OrderId { get; init; }
}

internal sealed class EditOrderValidator : AbstractValidator<EditOrder>
{
    public EditOrderValidator()
    {
        RuleFor(r => r.Heading).NotEmpty().MaximumLength(500);
        RuleFor(r => r.Preamble).NotEmpty().MaximumLength(4000);
        RuleFor(r => r.Control).NotEmpty().MaximumLength(500);
        RuleFor(r => r.Signatory.Title).NotEmpty().MaximumLength(500);
        RuleFor(r => r.Signatory.Name).NotEmpty().MaximumLength(100);
        RuleFor(r => r.Clauses).NotEmpty().Must(c => c.Count <= 50).WithMessage("At most 50 clauses.");
        RuleForEach(r => r.Clauses)
            .ChildRules(clause =>
            {
                clause.RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
                clause.RuleFor(c => c.SubClauses).Must(s => s.Count <= 50).WithMessage("At most 50 parts of a clause.");
                clause.RuleForEach(c => c.SubClauses).NotEmpty().MaximumLength(4000);
            });
    }
}

internal static class EditOrderEndpoint
{
    public static void MapEditOrder(this IEndpointRouteBuilder routes) =>
        routes
            .MapPut(
                "/{orderId:guid}",
                (Guid orderId, EditOrder body, Dispatcher send) => send.Ok(body with { OrderId = orderId })
            )
            .Describes<EditOrder, OrderRevision>("Rewords a draft of an order", OrderErrors.WrongState)
            .WithExample(
                new
                {
                    heading = "О закреплении наставнической пары",
                    preamble = "В соответствии со статьёй 351.8 Трудового кодекса Российской Федерации",
                    clauses = new[] { new { text = "Закрепить пару.", subClauses = Array.Empty<string>() } },
                    control = "Контроль за исполнением приказа оставляю за собой.",
                    signatory = new { title = "Директор", name = "Г.С. Яровая" },
                }
            );
}

internal sealed class EditOrderHandler(MentoringDbContext db, RequestScope scope)
    : IRequestHandler<EditOrder, Result<OrderRevision>>
{
    public async Task<Result<OrderRevision>> Handle(EditOrder request, CancellationToken cancellationToken)
    {
        if (await db.FindOrder(request.OrderId, cancellationToken) is not { } order)
            return CommonErrors.NotFound;
        if (scope.CheckVersion(order.Version).Error is { } stale)
            return stale;
        var text = new OrderText(
            request.Heading,
            request.Preamble,
            request.Clauses,
            request.Control,
            request.Signatory
        );
        return order.Edit(text.WithoutLayout()).Error is { } refused ? refused : OrderRevision.Of(order);
    }
}
