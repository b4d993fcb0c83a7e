using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>Proposes a pair: takes up a place of the mentor and asks both.</summary>
[RequirePermission(PairPermissions.Propose)]
public sealed record ProposePair(
    Guid MentorId,
    Guid MenteeId,
    string FormCode,
    IReadOnlyList<string> KindCodes,
    string? RoleModelCode = null,
    string? Topic = null
) : ICommand<PairRevision>;

internal sealed class ProposePairValidator : AbstractValidator<ProposePair>
{
    public ProposePairValidator()
    {
        RuleFor(r => r.FormCode).NotEmpty().MaximumLength(100);
        RuleFor(r => r.RoleModelCode).MaximumLength(100);
        RuleFor(r => r.Topic).MaximumLength(500);
        RuleFor(r => r.KindCodes).NotEmpty().Must(k => k.Count <= 10).WithMessage("At most 10 kinds.");
        RuleForEach(r => r.KindCodes).NotEmpty().MaximumLength(100);
    }
}

internal static class ProposePairEndpoint
{
    private static readonly string[] ExampleKinds = ["traditional"];

    public static void MapProposePair(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("", (ProposePair body, Dispatcher send) => send.Created(body))
            .DescribesCreation<ProposePair, PairRevision>(
                "Proposes a pair",
                PairErrors.SamePerson,
                PairErrors.AlreadyOpen,
                PairErrors.UnknownForm,
                PairErrors.UnknownRoleModel,
                PairErrors.UnknownKind,
                PairErrors.KindNotForPairs,
                PairErrors.FormDoesNotFit,
                MentorErrors.Full,
                MentorErrors.WrongState,
                MentorErrors.Blocked,
                MenteeErrors.WrongState,
                MenteeErrors.Blocked
            )
            .WithExample(
                new
                {
                    mentorId = "0197f000-0000-7000-8000-000000000001",
                    menteeId = "0197f000-0000-7000-8000-000000000002",
                    formCode = "teacherTeacher",
                    roleModelCode = "experiencedAndEarlyCareer",
                    kindCodes = ExampleKinds,
                    topic = "Методика обучения",
                }
            );
}

internal sealed class ProposePairHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    TeamProfiles profiles
) : IRequestHandler<ProposePair, Result<PairRevision>>
{
    public async Task<Result<PairRevision>> Handle(ProposePair request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        var (mentor, mentee) = await profiles.Lock(request.MentorId, request.MenteeId, cancellationToken);
        if (mentor is null || mentee is null)
            return CommonErrors.NotFound;
        var proposed = MentoringTeam.Propose(
            new PairProposal(
                new PairEnd(mentor.PersonId, mentor.Id),
                new PairEnd(mentee.PersonId, mentee.Id),
                request.FormCode,
                request.RoleModelCode,
                request.KindCodes,
                request.Topic
            ),
            today
        );
        if (proposed.Error is { } refused)
            return refused;
        var isOpen = await db.Set<MentoringTeam>()
            .AnyAsync(
                t =>
                    t.MentorPersonId == mentor.PersonId
                    && t.MenteePersonId == mentee.PersonId
                    && t.State != PairState.Closed
                    && t.State != PairState.Declined,
                cancellationToken
            );
        if (isOpen)
            return PairErrors.AlreadyOpen;
        if (await CheckForm(request, mentor, mentee, today, cancellationToken) is { } unfit)
            return unfit;
        if (mentor.Assign().Error is { } mentorRefused)
            return mentorRefused;
        if (mentee.Match().Error is { } menteeRefused)
            return menteeRefused;
        db.Add(proposed.Value);
        return PairRevision.Of(proposed.Value);
    }

    private async Task<Error?> CheckForm(
        ProposePair request,
        MentorProfile mentor,
        MenteeProfile mentee,
        DateOnly today,
        CancellationToken ct
    )
    {
        var form = await db.Set<MentoringForm>()
            .Where(f => f.Code == request.FormCode && f.IsActive)
            .Select(f => new { f.MentorGroup, f.MenteeGroup })
            .FirstOrDefaultAsync(ct);
        if (form is null)
            return PairErrors.UnknownForm.At("/formCode");
        if (
            request.RoleModelCode is { } model
            && !await db.Set<RoleModel>()
                .AnyAsync(r => r.FormCode == request.FormCode && r.Code == model && r.IsActive, ct)
        )
            return PairErrors.UnknownRoleModel.At("/roleModelCode");
        var codes = request.KindCodes.ToArray();
        var kinds = await db.Set<MentoringKind>()
            .Where(k => codes.Contains(k.Code) && k.IsActive)
            .Select(k => new { k.Code, k.MinMentees })
            .ToListAsync(ct);
        if (codes.Except(kinds.Select(k => k.Code), StringComparer.Ordinal).Any())
            return PairErrors.UnknownKind.At("/kindCodes");
        if (kinds.Exists(k => k.MinMentees > 1))
            return PairErrors.KindNotForPairs.At("/kindCodes");
        var births = await db.Set<Person>()
            .Where(p => p.Id == mentor.PersonId || p.Id == mentee.PersonId)
            .ToDictionaryAsync(p => p.Id, p => p.BirthDate, ct);
        var categories = await db.Set<ReferenceItem>()
            .Where(i => i.List == ReferenceList.MenteeCategories && i.Code == mentee.CategoryCode)
            .ToListAsync(ct);
        var two = new TwoPeople(
            births[mentor.PersonId],
            mentor.IsEmployee,
            births[mentee.PersonId],
            categories.Exists(c => c.Data.Minor == true)
        );
        return FormFit.Fits(form.MentorGroup, form.MenteeGroup, two, today)
            ? null
            : PairErrors.FormDoesNotFit.At("/formCode");
    }
}
