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

namespace Mentoring.Platform.Features.Mentors;

/// <summary>The organization's mentors: the bank, and those on the way into it or out of it.</summary>
/// <param name="Competence">Code of a competence that they have.</param>
[RequirePermission(MentorPermissions.View)]
public sealed record ListMentors(
    MentorState? State,
    string? Competence,
    int? Limit,
    string? Cursor,
    string? Sort,
    string? Q
) : IQuery<Page<MentorCard>>, IPageRequest;

internal sealed class ListMentorsValidator : AbstractValidator<ListMentors>
{
    public ListMentorsValidator()
    {
        this.AddPageRules(ListMentorsHandler.Orders.Names);
        RuleFor(r => r.Competence).MaximumLength(100);
    }
}

internal static class ListMentorsEndpoint
{
    public static void MapListMentors(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListMentors query, Dispatcher send) => send.Ok(query))
            .Describes<ListMentors, Page<MentorCard>>("Lists the organization's mentors");
}

internal sealed class ListMentorsHandler(MentorReading reading) : IRequestHandler<ListMentors, Result<Page<MentorCard>>>
{
    public static readonly Sorting<MentorRow> Orders = new Sorting<MentorRow>(r => r.Id)
        .By("name", r => r.Name)
        .By("position", r => r.Profile.Position);

    public async Task<Result<Page<MentorCard>>> Handle(ListMentors request, CancellationToken cancellationToken)
    {
        var rows = reading.Rows.Matching(request.Q, r => r.SearchText);
        if (request.State is { } state)
            rows = rows.Where(r => r.State == state);
        if (request.Competence is { Length: > 0 } competence)
            rows = rows.Where(r => r.CompetenceCodes.Contains(competence));
        var page = await Orders.Page(rows, request, cancellationToken);
        return new Page<MentorCard>(await reading.Answer(page.Items, cancellationToken), page.NextCursor, page.Total);
    }
}
