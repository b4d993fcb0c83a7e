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

/// <summary>The order as a .docx: the sealed bytes once signed, a preview that says «ПРОЕКТ» before.</summary>
[RequirePermission(OrderPermissions.View)]
[AuditedRead("Order")]
public sealed record GetOrderDocument(Guid OrderId) : IQuery<OrderFile>, IReadsSubject
{
    Guid IReadsSubject.SubjectId => OrderId;
}

public sealed record OrderFile(string Name, byte[] Content);

internal static class GetOrderDocumentEndpoint
{
    public static void MapGetOrderDocument(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/{orderId:guid}/document",
                (Guid orderId, Dispatcher send) =>
                    send.File(
                        new GetOrderDocument(orderId),
                        file => TypedResults.File(file.Content, SealedDocument.Docx, file.Name)
                    )
            )
            .DescribesFile<GetOrderDocument>(SealedDocument.Docx, "Gives the order as a .docx");
}

internal sealed class GetOrderDocumentHandler(MentoringDbContext db, OrganizationOfOrders organizations)
    : IRequestHandler<GetOrderDocument, Result<OrderFile>>
{
    public async Task<Result<OrderFile>> Handle(GetOrderDocument request, CancellationToken cancellationToken)
    {
        if (await db.FindOrder(request.OrderId, cancellationToken) is not { } order)
            return CommonErrors.NotFound;
        var content = order.DocumentId is { } document
            ? await db.Set<SealedDocument>()
                .Where(d => d.Id == document)
                .Select(d => d.Content)
                .SingleAsync(cancellationToken)
            : OrderLayoutOf.Docx(order, await organizations.Read(cancellationToken), null, null);
        return new OrderFile(OrderLayoutOf.FileName(order), content);
    }
}
