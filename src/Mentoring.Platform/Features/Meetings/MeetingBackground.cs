using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mentoring.Platform.Features.Meetings;

/// <summary>Reads what a meeting is held against.</summary>
internal sealed class MeetingBackground(MentoringDbContext db)
{
    /// <summary>Statement of <see cref="ApprovedPeriod"/>; takes the tenant and the pair.</summary>
    public const string PeriodsSql =
        "SELECT approved_on, ends_on, ended_on FROM mentoring.mentoring_program "
        + "WHERE tenant_id = $1 AND pair_id = $2 AND approved_on IS NOT NULL";

    /// <summary>How long a meeting of a day was; takes the tenant, the pair and the day.</summary>
    public const string SameDaySql =
        "SELECT minutes FROM mentoring.meeting "
        + "WHERE tenant_id = $1 AND pair_id = $2 AND held_on = $3 AND struck_out_on IS NULL ORDER BY id LIMIT 1";

    public static ApprovedPeriod ReadPeriod(NpgsqlDataReader row) => new(row.Date(0), row.Date(1), row.DateOrNull(2));

    /// <param name="corrected">The meeting that is being corrected: it is no other meeting.</param>
    public async Task<MeetingRules> RulesFor(
        MentoringTeam team,
        MeetingFacts facts,
        Guid? corrected,
        CancellationToken ct
    ) =>
        await RulesFor(
            new WorkingPair(team.Id, team.ActiveSince, team.KindCodes, await Periods(team.Id, ct)),
            facts,
            corrected,
            ct
        );

    public async Task<MeetingRules> RulesFor(
        WorkingPair pair,
        MeetingFacts facts,
        Guid? corrected,
        CancellationToken ct
    )
    {
        var since = pair.ActiveSince ?? DateOnly.MaxValue;
        // Where a program is in force nothing else matters; that is nearly always.
        if (pair.Programs.Any(p => p.Holds(facts.HeldOn)) || !await IsSingle(pair.KindCodes, ct))
            return new MeetingRules(since, pair.Programs, IsSingle: false, HasOthers: false);
        var hasOthers = await db.Set<Meeting>().AnyAsync(m => m.PairId == pair.Id && m.Id != corrected, ct);
        return new MeetingRules(since, pair.Programs, IsSingle: true, hasOthers);
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

/// <summary>What of a pair its meetings depend on.</summary>
internal sealed record WorkingPair(
    Guid Id,
    DateOnly? ActiveSince,
    string[] KindCodes,
    IReadOnlyCollection<ApprovedPeriod> Programs
);
