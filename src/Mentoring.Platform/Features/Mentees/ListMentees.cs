using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Mentees;

/// <summary>The organization's mentees: the base, and those on the way into it or out of it.</summary>
/// <param name="Category">Code of their category.</param>
[RequirePermission(MenteePermissions.View)]
public sealed record ListMentees(
    MenteeState? State,
    string? Category,
    int? Limit,
    string? Cursor,
    string? Sort,
    string? Q
) : IQuery<Page<MenteeCard>>, IPageRequest;

internal sealed class ListMenteesValidator : AbstractValidator<ListMentees>
{
    public ListMenteesValidator()
    {
        this.AddPageRules(ListMenteesHandler.Orders.Names);
        RuleFor(r => r.Category).MaximumLength(100);
    }
}

internal static class ListMenteesEndpoint
{
    public static void MapListMentees(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListMentees query, Dispatcher send) => send.Ok(query))
            .Describes<ListMentees, Page<MenteeCard>>("Lists the organization's mentees");
}

internal sealed class ListMenteesHandler(MenteeReading reading) : IRequestHandler<ListMentees, Result<Page<MenteeCard>>>
{
    public static readonly Sorting<MenteeRow> Orders = new Sorting<MenteeRow>(r => r.Id)
        .By("name", r => r.Name)
        .By("schoolClass", r => r.Profile.SchoolClass ?? "");

    public async Task<Result<Page<MenteeCard>>> Handle(ListMentees request, CancellationToken cancellationToken)
    {
        var rows = reading.Rows.Matching(request.Q, r => r.SearchText);
        if (request.State is { } state)
            rows = rows.Where(r => r.State == state);
        if (request.Category is { Length: > 0 } category)
            rows = rows.Where(r => r.CategoryCode == category);
        var page = await Orders.Page(rows, request, cancellationToken);
        return new Page<MenteeCard>(await reading.Answer(page.Items, cancellationToken), page.NextCursor, page.Total);
    }
}
