using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>
/// The profiles of both ends, locked: whoever counts a mentor's places waits for whoever is counting them now. Always the
/// mentor first, so that two who lock the same rows do not wait for each other.
/// </summary>
public sealed class TeamProfiles(MentoringDbContext db)
{
    public async Task<(MentorProfile? Mentor, MenteeProfile? Mentee)> Lock(
        Guid mentorId,
        Guid menteeId,
        CancellationToken ct
    )
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            SELECT 1 FROM mentoring.mentor_profile
            WHERE tenant_id = {db.TenantId} AND id = {mentorId} FOR UPDATE;
            SELECT 1 FROM mentoring.mentee_profile
            WHERE tenant_id = {db.TenantId} AND id = {menteeId} FOR UPDATE
            """,
            ct
        );
        return (
            await db.Set<MentorProfile>().SingleOrDefaultAsync(m => m.Id == mentorId, ct),
            await db.Set<MenteeProfile>().SingleOrDefaultAsync(m => m.Id == menteeId, ct)
        );
    }

    /// <summary>The pair is over: the mentor's place is free, the mentee goes on from there.</summary>
    public async Task Release(MentoringTeam team, CancellationToken ct)
    {
        var (mentor, mentee) = await Lock(team.Mentor.ProfileId, team.Mentee.ProfileId, ct);
        mentor!.ReturnToBank();
        if (team.ClosingGround == ClosingGround.Completed)
            mentee!.Finish();
        else
            mentee!.ReturnToBase();
    }
}
