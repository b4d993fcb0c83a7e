using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Time;

namespace Mentoring.Platform.Features.Figures;

/// <param name="HasValidConsent">To the processing of personal data, today.</param>
public sealed record CountedPerson(Guid Id, DateOnly BirthDate, bool IsRepresentative, bool HasValidConsent);

public sealed record CountedMentor(Guid PersonId, MentorState State, bool IsEmployee);

public sealed record CountedMentee(Guid PersonId, MenteeState State, string CategoryCode);

/// <param name="GateIsOpen">The legal gate, today.</param>
/// <param name="MentorGroup">Which people the pair's form has on the mentor's side.</param>
public sealed record CountedPair(
    Guid MentorId,
    Guid MenteeId,
    PairState State,
    DateOnly? ActiveSince,
    DateOnly? ClosedOn,
    bool GateIsOpen,
    ParticipantGroup MentorGroup,
    ParticipantGroup MenteeGroup
);

/// <summary>An activity in the plan of a program that was approved.</summary>
public sealed record CountedActivity(DateOnly PlannedOn, bool IsDone);

/// <summary>Everything of an organization that figures are made of, on one day.</summary>
public sealed record CountedOrganization(
    IReadOnlyList<CountedPerson> People,
    IReadOnlyList<CountedMentor> Mentors,
    IReadOnlyList<CountedMentee> Mentees,
    IReadOnlyList<CountedPair> Pairs,
    IReadOnlyList<CountedActivity> Activities,
    IReadOnlyDictionary<TargetGroup, int> Headcounts
);

/// <summary>The rules of counting; docs/decisions/0011-figures.md says them in words. Pure.</summary>
public static class OrganizationCount
{
    /// <summary>The category of mentees whose coverage has an indicator of its own.</summary>
    public const string EarlyCareerCategory = "earlyCareerEducator";

    public static FigureCounts Of(CountedOrganization facts, SchoolYear year, DateOnly today)
    {
        var worked = facts.Pairs.Where(p => WorkedIn(p, year)).ToList();
        var mentors = worked.Select(p => p.MentorId).ToHashSet();
        var mentees = worked.Select(p => p.MenteeId).ToHashSet();
        var participants = InBank(facts).Concat(InBase(facts)).Concat(mentors).Concat(mentees).ToHashSet();
        var consented = facts.People.Count(p => participants.Contains(p.Id) && p.HasValidConsent);
        var activities = facts.Activities.Where(a => a.PlannedOn >= year.Start && a.PlannedOn <= year.End).ToList();
        var counts = new FigureCounts
        {
            Organizations = 1,
            OrganizationsWithParticipants = participants.Count > 0 ? 1 : 0,
            Participants = participants.Count,
            Mentors = mentors.Count,
            Mentees = mentees.Count,
            ActivePairs = facts.Pairs.Count(Works),
            WaitingPairs = facts.Pairs.Count(p => IsOpen(p) && !Works(p)),
            ConsentsValid = consented,
            ActivitiesPlanned = activities.Count,
            ActivitiesDone = activities.Count(a => a.IsDone),
            ActivitiesDue = activities.Count(a => a.PlannedOn <= today),
            ActivitiesDueDone = activities.Count(a => a.PlannedOn <= today && a.IsDone),
        };
        CountCoverage(counts, facts, worked, year);
        return counts;
    }

    /// <summary>The pair was at work on one day of the year at least.</summary>
    private static bool WorkedIn(CountedPair pair, SchoolYear year) =>
        pair.ActiveSince <= year.End && (pair.ClosedOn is null || pair.ClosedOn >= year.Start);

    private static bool IsOpen(CountedPair pair) => pair.State is not (PairState.Closed or PairState.Declined);

    private static bool Works(CountedPair pair) => pair.State == PairState.Active && pair.GateIsOpen;

    private static IEnumerable<Guid> InBank(CountedOrganization facts) =>
        facts
            .Mentors.Where(m =>
                m.State is MentorState.InBank or MentorState.Trained or MentorState.Assigned or MentorState.Resigning
            )
            .Select(m => m.PersonId);

    private static IEnumerable<Guid> InBase(CountedOrganization facts) =>
        facts
            .Mentees.Where(m =>
                m.State is MenteeState.InBase or MenteeState.Matched or MenteeState.Unpaired or MenteeState.InProgram
            )
            .Select(m => m.PersonId);

    private static void CountCoverage(
        FigureCounts counts,
        CountedOrganization facts,
        List<CountedPair> worked,
        SchoolYear year
    )
    {
        var people = facts.People.ToDictionary(p => p.Id);
        var employed = facts.Mentors.Where(m => m.IsEmployee).Select(m => m.PersonId).ToHashSet();
        var beginners = facts
            .Mentees.Where(m => m.CategoryCode == EarlyCareerCategory)
            .Select(m => m.PersonId)
            .ToHashSet();
        bool IsAged(Guid person, int from) =>
            Age.On(people[person].BirthDate, year.Start) is var age && age >= from && age <= 19;

        var educatorMentees = worked.Where(p => IsEducator(p.MenteeGroup)).Select(p => p.MenteeId).ToHashSet();
        var educators = worked
            .Where(p => IsEducator(p.MentorGroup) && employed.Contains(p.MentorId))
            .Select(p => p.MentorId)
            .Concat(educatorMentees)
            .ToHashSet();
        counts.StudentMentees = Distinct(
            worked,
            p => p.MenteeGroup == ParticipantGroup.Student && IsAged(p.MenteeId, 10),
            p => p.MenteeId
        );
        counts.StudentMentors = Distinct(
            worked,
            p => p.MentorGroup == ParticipantGroup.Student && IsAged(p.MentorId, 15),
            p => p.MentorId
        );
        counts.Educators = educators.Count;
        counts.EarlyCareerMentees = educatorMentees.Count(beginners.Contains);
        counts.Parents = worked
            .SelectMany(p => new[] { p.MentorId, p.MenteeId })
            .Distinct()
            .Count(id => people[id].IsRepresentative && !educators.Contains(id));

        int Size(TargetGroup group) => facts.Headcounts.GetValueOrDefault(group);
        counts.StudentMenteesOf = Size(TargetGroup.StudentsFrom10To19);
        counts.StudentMentorsOf = Size(TargetGroup.StudentsFrom15To19);
        counts.EducatorsOf = Size(TargetGroup.Educators);
        counts.EarlyCareerMenteesOf = Size(TargetGroup.EarlyCareerEducators);
        counts.ParentsOf = Size(TargetGroup.Parents);
    }

    private static bool IsEducator(ParticipantGroup group) =>
        group is ParticipantGroup.Educator or ParticipantGroup.PreschoolTeacher or ParticipantGroup.Specialist;

    private static int Distinct(List<CountedPair> pairs, Func<CountedPair, bool> where, Func<CountedPair, Guid> who) =>
        pairs.Where(where).Select(who).Distinct().Count();
}
