using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;
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

namespace Mentoring.Platform.Features.Meetings;

/// <summary>Meetings of pairs that the actor may see.</summary>
/// <param name="PairId">Those of one pair; then the answer says what is expected next.</param>
[RequirePermission(MeetingPermissions.View)]
public sealed record ListMeetings(int? Limit, string? Cursor, string? Sort, string? Q, Guid? PairId)
    : IQuery<MeetingPage>,
        IPageRequest;

/// <param name="NextMeeting">What the pair's chain of meetings asks for; null where no pair is named.</param>
public sealed record MeetingPage(
    IReadOnlyList<MeetingItem> Items,
    string? NextCursor,
    int Total,
    NextMeeting? NextMeeting
) : IPage
{
    IPage IPage.GoingOnAt(string cursor) => this with { NextCursor = cursor };
}

/// <param name="Allowed">OperationIds that the actor may call on the meeting now.</param>
public sealed record MeetingItem(
    Guid Id,
    long Version,
    Guid PairId,
    string MentorName,
    string MenteeName,
    MeetingType Type,
    DateOnly HeldOn,
    int Minutes,
    MeetingMode Mode,
    string Outcome,
    DateOnly? NextOn,
    DateOnly LoggedOn,
    ProgramParty LoggedAs,
    IReadOnlyList<string> Allowed
);

internal sealed class ListMeetingsValidator : AbstractValidator<ListMeetings>
{
    public ListMeetingsValidator() => this.AddPageRules(ListMeetingsHandler.Orders.Names);
}

internal static class ListMeetingsEndpoint
{
    public static void MapListMeetings(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListMeetings query, Dispatcher send) => send.Ok(query))
            .Describes<ListMeetings, MeetingPage>("Lists meetings and says which one comes next");
}

internal sealed class ListMeetingsHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    SettingsInForce settings,
    PairActors actors,
    MeetingBackground background
) : IRequestHandler<ListMeetings, Result<MeetingPage>>
{
    public static readonly Sorting<MeetingRow> Orders = new Sorting<MeetingRow>(m => m.Id).By("heldOn", m => m.HeldOn);

    public async Task<Result<MeetingPage>> Handle(ListMeetings request, CancellationToken cancellationToken)
    {
        var actor = await actors.Current(cancellationToken);
        var pairs = Visible(actor);
        var rows =
            from meeting in db.Set<Meeting>()
            join pair in pairs on meeting.PairId equals pair.Id
            join mentor in db.Set<Person>() on pair.MentorPersonId equals mentor.Id
            join mentee in db.Set<Person>() on pair.MenteePersonId equals mentee.Id
            where request.PairId == null || meeting.PairId == request.PairId
            select new
            {
                Row = new MeetingRow
                {
                    Id = meeting.Id,
                    HeldOn = meeting.HeldOn,
                    Meeting = meeting,
                    Mentor = new MemberName(mentor.FamilyName, mentor.GivenName, mentor.Patronymic),
                    Mentee = new MemberName(mentee.FamilyName, mentee.GivenName, mentee.Patronymic),
                },
                Text = mentor.SearchText + mentee.SearchText,
            };
        var page = await Orders.Page(
            rows.AsNoTracking().Matching(request.Q, r => r.Text).Select(r => r.Row),
            request,
            cancellationToken
        );
        var today = calendar.Today(scope.Tenant);
        var days = (await settings.Read(cancellationToken)).MeetingCorrectionDays;
        return new MeetingPage(
            [.. page.Items.Select(m => Item(m, days, today))],
            page.NextCursor,
            page.Total,
            request.PairId is { } id ? await Next(pairs, id, today, cancellationToken) : null
        );
    }

    private IQueryable<MentoringTeam> Visible(PairActor actor)
    {
        var voices = actor.Voices;
        var all = db.Set<MentoringTeam>().IgnoreAutoIncludes();
        return actor.Can(MeetingPermissions.ViewAll)
            ? all
            : all.Where(t => t.Members.Any(m => voices.Contains(m.PersonId)));
    }

    private async Task<NextMeeting?> Next(
        IQueryable<MentoringTeam> pairs,
        Guid pairId,
        DateOnly today,
        CancellationToken ct
    )
    {
        var pair = await pairs
            .Where(t => t.Id == pairId)
            .Select(t => new
            {
                t.KindCodes,
                Left = db.Set<MentoringProgram>()
                    .Where(p => p.PairId == pairId && p.State == ProgramState.Active)
                    .SelectMany(p => p.Activities)
                    .Count(a => a.Status == ActivityStatus.Planned),
                Held = db.Set<Meeting>()
                    .Where(m => m.PairId == pairId)
                    .Select(m => new HeldMeeting(m.Type, m.HeldOn, m.NextOn))
                    .ToList(),
            })
            .SingleOrDefaultAsync(ct);
        if (pair is null)
            return null;
        var programs = await background.Periods(pairId, ct);
        var isSingle = await background.IsSingle(pair.KindCodes, ct);
        return MeetingChain.Expect(pair.Held, programs, isSingle, pair.Left, today);
    }

    private MeetingItem Item(MeetingRow row, int days, DateOnly today)
    {
        var m = row.Meeting;
        return new MeetingItem(
            m.Id,
            m.Version,
            m.PairId,
            row.Mentor.Full,
            row.Mentee.Full,
            m.Type,
            m.HeldOn,
            m.Minutes,
            m.Mode,
            m.Outcome,
            m.NextOn,
            m.LoggedOn,
            m.LoggedAs,
            Allowed(m, days, today)
        );
    }

    private List<string> Allowed(Meeting meeting, int days, DateOnly today)
    {
        var allowed = new List<string>();
        if (
            MeetingAccess.CanCorrect(scope.Actor, meeting.LoggedByAccountId)
            && Meeting.IsFresh(meeting.LoggedOn, days, today)
        )
            allowed.Add("correctMeeting");
        if (MeetingAccess.CanStrikeOut(scope.Actor, meeting.LoggedByAccountId))
            allowed.Add("strikeOutMeeting");
        return allowed;
    }
}

/// <summary>A meeting with the names of the pair.</summary>
internal sealed record MeetingRow
{
    public required Guid Id { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required Meeting Meeting { get; init; }
    public required MemberName Mentor { get; init; }
    public required MemberName Mentee { get; init; }
}

internal sealed record MemberName(string FamilyName, string GivenName, string? Patronymic)
{
    public string Full => PersonName.Full(FamilyName, GivenName, Patronymic);
}
