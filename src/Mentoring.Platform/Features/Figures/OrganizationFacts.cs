using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>
/// Reads what is counted, each table once and whole. The rules about consents and the legal gate are those of the
/// features that own them, so that a figure and the page behind it cannot disagree.
/// </summary>
public sealed class OrganizationFacts(MentoringDbContext db, PairFacts pairFacts, SettingsInForce settings)
{
    public async Task<CountedOrganization> Read(SchoolYear year, DateOnly today, CancellationToken ct)
    {
        var mentors = await db.Set<MentorProfile>()
            .Select(m => new CountedMentor(m.PersonId, m.State, m.IsEmployee))
            .ToListAsync(ct);
        var mentees = await db.Set<MenteeProfile>()
            .Select(m => new CountedMentee(m.PersonId, m.State, m.CategoryCode))
            .ToListAsync(ct);
        var headcounts = await db.Set<Headcount>()
            .Where(h => h.TenantId == db.TenantId && h.SchoolYear == year.StartYear)
            .ToDictionaryAsync(h => h.TargetGroup, h => h.Total, ct);
        return new CountedOrganization(
            await People(today, ct),
            mentors,
            mentees,
            await Pairs(year, today, ct),
            await Activities(ct),
            headcounts
        );
    }

    private async Task<IReadOnlyList<CountedPerson>> People(DateOnly today, CancellationToken ct)
    {
        var rule = (await settings.Read(ct)).MinorConsentRule;
        var papers = (
            await db.Set<PersonalDataConsent>()
                .AsNoTracking()
                .Where(c => c.Scope == ConsentScope.Participation)
                .ToListAsync(ct)
        ).ToLookup(c => c.PersonId, c => c.Facts);
        var people = await db.Set<Person>()
            .Where(p => p.IsMentor || p.IsMentee)
            .Select(p => new
            {
                p.Id,
                p.BirthDate,
                p.IsRepresentative,
            })
            .ToListAsync(ct);
        return
        [
            .. people.Select(p => new CountedPerson(
                p.Id,
                p.BirthDate,
                p.IsRepresentative,
                ConsentRules.ValidOn([.. papers[p.Id]], p.BirthDate, today, rule).IsValid
            )),
        ];
    }

    private async Task<IReadOnlyList<CountedPair>> Pairs(SchoolYear year, DateOnly today, CancellationToken ct)
    {
        var teams = await db.Set<MentoringTeam>()
            .AsNoTracking()
            .Where(t => t.State != PairState.Declined && (t.ClosedOn == null || t.ClosedOn >= year.Start))
            .ToListAsync(ct);
        var facts = await pairFacts.Of(teams, ct);
        var codes = teams.Select(t => t.FormCode).Distinct().ToArray();
        // Of several tenants along the lineage that define the same form the nearest counts.
        var forms = (await db.Set<MentoringForm>().AsNoTracking().Where(f => codes.Contains(f.Code)).ToListAsync(ct))
            .OrderBy(f => Array.IndexOf(db.Lineage, f.TenantId))
            .DistinctBy(f => f.Code)
            .ToDictionary(f => f.Code, StringComparer.Ordinal);
        return
        [
            .. teams.Select(t => new CountedPair(
                t.MentorPersonId,
                t.MenteePersonId,
                t.State,
                t.ActiveSince,
                t.ClosedOn,
                facts.GateOf(t, today).IsOpen,
                forms[t.FormCode].MentorGroup,
                forms[t.FormCode].MenteeGroup
            )),
        ];
    }

    /// <summary>What a program that ended early had planned for later is planned no more.</summary>
    private async Task<IReadOnlyList<CountedActivity>> Activities(CancellationToken ct) =>
        await (
            from program in db.Set<MentoringProgram>()
            join activity in db.Set<PlanActivity>() on program.Id equals activity.ProgramId
            where
                program.State != ProgramState.Draft
                && program.State != ProgramState.Agreed
                && (
                    program.EndedOn == null
                    || activity.Status == ActivityStatus.Done
                    || activity.PlannedOn <= program.EndedOn
                )
            select new CountedActivity(activity.PlannedOn, activity.Status == ActivityStatus.Done)
        ).ToListAsync(ct);
}
