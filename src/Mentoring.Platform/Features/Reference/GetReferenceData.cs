using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Reference;

/// <summary>Everything that forms offer to choose from here.</summary>
[RequirePermission(ReferencePermissions.View)]
public sealed record GetReferenceData : IQuery<ReferenceLists>;

public sealed record ReferenceLists(
    IReadOnlyList<FormEntry> Forms,
    IReadOnlyList<KindEntry> Kinds,
    IReadOnlyList<ReferenceEntry> Competences,
    IReadOnlyList<RequestTopicEntry> RequestTopics,
    IReadOnlyList<MenteeCategoryEntry> MenteeCategories,
    IReadOnlyList<ReferenceEntry> Positions,
    IReadOnlyList<ReferenceEntry> Subjects,
    IReadOnlyList<ReferenceEntry> ActivityDirections
);

public sealed record ReferenceEntry(string Code, string Name);

/// <param name="Audience">Whose request it is; null where anybody's.</param>
public sealed record RequestTopicEntry(string Code, string Name, RequestAudience? Audience);

/// <param name="Minor">They are schoolchildren: with a class, mostly with a legal representative.</param>
public sealed record MenteeCategoryEntry(string Code, string Name, bool Minor);

public sealed record FormEntry(
    string Code,
    string Name,
    ParticipantGroup MentorGroup,
    ParticipantGroup MenteeGroup,
    IReadOnlyList<ReferenceEntry> RoleModels
);

/// <param name="MinMonths">Shortest term of a program; null where the setting decides.</param>
/// <param name="MaxMonths">Longest term of a program; null where the setting decides.</param>
/// <param name="MaxMentees">Null where nothing limits them.</param>
public sealed record KindEntry(
    string Code,
    string Name,
    int? MinMonths,
    int? MaxMonths,
    bool SingleMeeting,
    bool NeedsProgram,
    int MinMentees,
    int? MaxMentees
);

internal static class GetReferenceDataEndpoint
{
    public static void MapGetReferenceData(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", (Dispatcher send) => send.Ok(new GetReferenceData()))
            .Describes<GetReferenceData, ReferenceLists>("Shows the lists to choose from");
}

internal sealed class GetReferenceDataHandler(MentoringDbContext db)
    : IRequestHandler<GetReferenceData, Result<ReferenceLists>>
{
    public async Task<Result<ReferenceLists>> Handle(GetReferenceData request, CancellationToken cancellationToken)
    {
        var lineage = db.Lineage;
        var forms = (await All<MentoringForm>(cancellationToken))
            .Nearest(lineage, f => f.Code)
            .Where(f => f.IsActive)
            .OrderBy(f => f.Sort);
        var models = (await All<RoleModel>(cancellationToken))
            .Nearest(lineage, m => (m.FormCode, m.Code))
            .Where(m => m.IsActive)
            .OrderBy(m => m.Sort)
            .ToLookup(m => m.FormCode, m => new ReferenceEntry(m.Code, m.Name));
        var kinds = (await All<MentoringKind>(cancellationToken))
            .Nearest(lineage, k => k.Code)
            .Where(k => k.IsActive)
            .OrderBy(k => k.Sort);
        var items = (await All<ReferenceItem>(cancellationToken))
            .Nearest(lineage, i => (i.List, i.Code))
            .Where(i => i.IsActive)
            .OrderBy(i => i.Sort)
            .ToLookup(i => i.List);
        IReadOnlyList<ReferenceEntry> List(ReferenceList list) =>
            [.. items[list].Select(i => new ReferenceEntry(i.Code, i.Name))];

        return new ReferenceLists(
            [.. forms.Select(f => new FormEntry(f.Code, f.Name, f.MentorGroup, f.MenteeGroup, [.. models[f.Code]]))],
            [
                .. kinds.Select(k => new KindEntry(
                    k.Code,
                    k.Name,
                    k.MinMonths,
                    k.MaxMonths,
                    k.SingleMeeting,
                    k.NeedsProgram,
                    k.MinMentees,
                    k.MaxMentees
                )),
            ],
            List(ReferenceList.Competences),
            [.. items[ReferenceList.RequestTopics].Select(i => new RequestTopicEntry(i.Code, i.Name, i.Data.Audience))],
            [
                .. items[ReferenceList.MenteeCategories]
                    .Select(i => new MenteeCategoryEntry(i.Code, i.Name, i.Data.Minor == true)),
            ],
            List(ReferenceList.Positions),
            List(ReferenceList.Subjects),
            List(ReferenceList.ActivityDirections)
        );
    }

    private Task<List<T>> All<T>(CancellationToken ct)
        where T : class => db.Set<T>().AsNoTracking().ToListAsync(ct);
}
