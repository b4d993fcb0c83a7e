using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Meetings;

/// <summary>Reads what a meeting is held against.</summary>
internal sealed class MeetingBackground(MentoringDbContext db)
{
    /// <param name="corrected">The meeting that is being corrected: it is no other meeting.</param>
    public async Task<MeetingRules> RulesFor(
        MentoringTeam team,
        MeetingFacts facts,
        Guid? corrected,
        CancellationToken ct
    )
    {
        var programs = await Periods(team.Id, ct);
        var since = team.ActiveSince ?? DateOnly.MaxValue;
        // Where a program is in force nothing else matters; that is nearly always.
        if (programs.Any(p => p.Holds(facts.HeldOn)) || !await IsSingle(team.KindCodes, ct))
            return new MeetingRules(since, programs, IsSingle: false, HasOthers: false);
        var hasOthers = await db.Set<Meeting>().AnyAsync(m => m.PairId == team.Id && m.Id != corrected, ct);
        return new MeetingRules(since, programs, IsSingle: true, hasOthers);
    }

    public Task<List<ApprovedPeriod>> Periods(Guid pairId, CancellationToken ct) =>
        db.Set<MentoringProgram>()
            .Where(p => p.PairId == pairId && p.ApprovedOn != null)
            .Select(p => new ApprovedPeriod(p.ApprovedOn!.Value, p.EndsOn, p.EndedOn))
            .ToListAsync(ct);

    public async Task<bool> IsSingle(string[] kindCodes, CancellationToken ct) =>
        kindCodes.Length > 0
        && await db.Set<MentoringKind>().AnyAsync(k => k.SingleMeeting && kindCodes.Contains(k.Code), ct);
}
