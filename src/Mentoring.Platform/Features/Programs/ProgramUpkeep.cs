using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Programs;

/// <summary>Keeps programs in step with their pairs and with the calendar; doing it twice changes nothing.</summary>
internal sealed class ProgramUpkeep(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PairFacts pairFacts,
    TeamProfiles profiles
)
{
    /// <summary>Kind of the work item that is due when the first day of an approved program begins.</summary>
    public const string StartsToday = "program.startsToday";

    /// <summary>Starts a program that has just been approved, or leaves it to its first day or to the legal gate.</summary>
    public async Task StartOrWait(MentoringProgram program, DateOnly today, CancellationToken ct)
    {
        if (program.StartsOn > today)
        {
            var due = Midnight(program.StartsOn);
            db.Enqueue(StartsToday, program.Id.ToString(), due: due);
            return;
        }
        var team = await db.Set<MentoringTeam>().AsNoTracking().SingleAsync(t => t.Id == program.PairId, ct);
        await Start(program, team, today, ct);
    }

    /// <summary>Starts what may start by now, and ends what has lost its pair.</summary>
    public async Task CatchUp(CancellationToken ct)
    {
        var today = calendar.Today(scope.Tenant);
        var behind = await (
            from program in db.Set<MentoringProgram>()
            join team in db.Set<MentoringTeam>() on program.PairId equals team.Id
            where
                ProgramStates.Live.Contains(program.State)
                && (
                    team.State == PairState.Closed
                    || team.State == PairState.Declined
                    || (program.State == ProgramState.Approved && program.StartsOn <= today)
                )
            select new { Program = program, Team = team }
        ).ToListAsync(ct);
        foreach (var pair in behind)
        {
            var changed = pair.Team.IsOpen
                ? await Start(pair.Program, pair.Team, today, ct)
                : pair.Program.End(Ending(pair.Team, today));
            if (changed.IsOk)
                // Figures may have been computed before this in the same round.
                db.Enqueue(WorkItem.OrganizationChanged, "");
        }
    }

    internal static ProgramEnding Ending(MentoringTeam team, DateOnly today) =>
        new(
            team.ClosingGround switch
            {
                ClosingGround.Completed => ProgramState.Completed,
                ClosingGround.ByMentor => ProgramState.EndedByMentor,
                ClosingGround.ByMentee => ProgramState.EndedByMentee,
                ClosingGround.ByCurator => ProgramState.EndedByCurator,
                // Mutual, or a pair that was declined before it began.
                _ => ProgramState.EndedByMutualDecision,
            },
            team.ClosedOn ?? today,
            team.ClosingCause,
            // Why is said of the pair, to those who may read it there.
            null
        );

    /// <summary>The mentee is in a program from the day on which it starts.</summary>
    private async Task<Result> Start(MentoringProgram program, MentoringTeam team, DateOnly today, CancellationToken ct)
    {
        var started = program.Start(await IsOpen(team, today, ct), today);
        if (!started.IsOk)
            return started;
        var (_, mentee) = await profiles.Lock(team.Mentor.ProfileId, team.Mentee.ProfileId, ct);
        return mentee!.StartProgram();
    }

    private async Task<bool> IsOpen(MentoringTeam team, DateOnly today, CancellationToken ct) =>
        team.State == PairState.Active && (await pairFacts.Of([team], ct)).GateOf(team, today).IsOpen;

    /// <summary>The instant at which a day of the shown calendar begins.</summary>
    private DateTimeOffset Midnight(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(scope.Tenant.TimeZone);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime() - calendar.Shift;
    }
}

/// <summary>A pair has ended: so does its program.</summary>
internal sealed class EndProgramOfClosedPair(ProgramUpkeep upkeep) : IWorkHandler
{
    public string Kind => PairClosed.Kind;

    public Task Handle(string key, string payload, CancellationToken cancellationToken) =>
        upkeep.CatchUp(cancellationToken);
}

/// <summary>Something of the organization has changed, perhaps the gate that an approved program waits for.</summary>
internal sealed class StartWaitingPrograms(ProgramUpkeep upkeep) : IWorkHandler
{
    public string Kind => WorkItem.OrganizationChanged;

    public Task Handle(string key, string payload, CancellationToken cancellationToken) =>
        upkeep.CatchUp(cancellationToken);
}

/// <summary>The first day of an approved program has come.</summary>
internal sealed class StartProgramOnItsDay(ProgramUpkeep upkeep) : IWorkHandler
{
    public string Kind => ProgramUpkeep.StartsToday;

    public Task Handle(string key, string payload, CancellationToken cancellationToken) =>
        upkeep.CatchUp(cancellationToken);
}
