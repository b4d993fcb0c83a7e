using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Time;

namespace Mentoring.UnitTests.Figures;

public sealed class OrganizationCountTests
{
    private static readonly SchoolYear Year = new(2025);
    private static readonly DateOnly Today = new(2026, 4, 15);
    private static readonly Guid Anna = Id(1);
    private static readonly Guid Boris = Id(2);
    private static readonly Guid Vera = Id(3);
    private static readonly Guid Gleb = Id(4);

    [Fact]
    public void A_person_counts_once_in_each_role_and_once_as_participant()
    {
        var counts = Count(Pair(Anna, Boris), Pair(Anna, Vera), Pair(Boris, Gleb));

        counts.Mentors.ShouldBe(2);
        counts.Mentees.ShouldBe(3);
        counts.Participants.ShouldBe(4);
        counts.OrganizationsWithParticipants.ShouldBe(1);
    }

    [Theory]
    [InlineData("2024-10-01", "2025-08-31", 0)]
    [InlineData("2024-10-01", "2025-09-01", 1)]
    [InlineData("2024-10-01", null, 1)]
    [InlineData("2026-04-15", null, 1)]
    [InlineData(null, null, 0)]
    public void A_mentee_counts_if_the_pair_was_at_work_at_any_moment_of_the_year(
        string? since,
        string? closed,
        int mentees
    )
    {
        var pair = Pair(Anna, Boris) with
        {
            State = closed is null ? PairState.Active : PairState.Closed,
            ActiveSince = since is null ? null : DateOnly.Parse(since, null),
            ClosedOn = closed is null ? null : DateOnly.Parse(closed, null),
        };

        Count(pair).Mentees.ShouldBe(mentees);
    }

    [Theory]
    [InlineData(PairState.Active, true, 1, 0)]
    [InlineData(PairState.Active, false, 0, 1)]
    [InlineData(PairState.Proposed, false, 0, 1)]
    [InlineData(PairState.ConsentsCollected, false, 0, 1)]
    [InlineData(PairState.ApprovedByOrder, true, 0, 1)]
    [InlineData(PairState.Closed, true, 0, 0)]
    [InlineData(PairState.Declined, false, 0, 0)]
    public void A_pair_is_active_by_its_state_and_an_open_gate(PairState state, bool gate, int active, int waiting)
    {
        var counts = Count(Pair(Anna, Boris) with { State = state, GateIsOpen = gate });

        counts.ActivePairs.ShouldBe(active);
        counts.WaitingPairs.ShouldBe(waiting);
    }

    [Theory]
    [InlineData(MentorState.Candidate, 0)]
    [InlineData(MentorState.Consented, 0)]
    [InlineData(MentorState.InBank, 1)]
    [InlineData(MentorState.Trained, 1)]
    [InlineData(MentorState.Assigned, 1)]
    [InlineData(MentorState.Resigning, 1)]
    [InlineData(MentorState.Released, 0)]
    [InlineData(MentorState.Excluded, 0)]
    [InlineData(MentorState.Blocked, 0)]
    public void Whoever_is_in_the_bank_takes_part_without_a_pair(MentorState state, int participants)
    {
        var counts = OrganizationCount.Of(Facts() with { Mentors = [new(Anna, state, true)] }, Year, Today);

        counts.Participants.ShouldBe(participants);
        counts.Mentors.ShouldBe(0);
    }

    [Theory]
    [InlineData(MenteeState.Identified, 0)]
    [InlineData(MenteeState.Surveyed, 0)]
    [InlineData(MenteeState.Consented, 0)]
    [InlineData(MenteeState.InBase, 1)]
    [InlineData(MenteeState.Matched, 1)]
    [InlineData(MenteeState.Unpaired, 1)]
    [InlineData(MenteeState.InProgram, 1)]
    [InlineData(MenteeState.Finished, 0)]
    [InlineData(MenteeState.Blocked, 0)]
    public void Whoever_is_in_the_base_takes_part_without_a_pair(MenteeState state, int participants) =>
        OrganizationCount
            .Of(Facts() with { Mentees = [new(Anna, state, "student")] }, Year, Today)
            .Participants.ShouldBe(participants);

    [Fact]
    public void Consents_are_counted_of_participants_only()
    {
        var facts = Facts(Pair(Anna, Boris)) with
        {
            People = [Person(Anna, consent: true), Person(Boris, consent: false), Person(Vera, consent: true)],
        };

        OrganizationCount.Of(facts, Year, Today).ConsentsValid.ShouldBe(1);
    }

    [Fact]
    public void Activities_are_those_planned_for_the_year_and_those_due_by_now()
    {
        var facts = Facts() with
        {
            Activities =
            [
                new(new DateOnly(2025, 8, 31), true),
                new(new DateOnly(2025, 9, 1), true),
                new(Today, false),
                new(Today.AddDays(1), true),
                new(new DateOnly(2026, 8, 31), false),
                new(new DateOnly(2026, 9, 1), false),
            ],
        };

        var counts = OrganizationCount.Of(facts, Year, Today);

        counts.ActivitiesPlanned.ShouldBe(4);
        counts.ActivitiesDone.ShouldBe(2);
        counts.ActivitiesDue.ShouldBe(2);
        counts.ActivitiesDueDone.ShouldBe(1);
    }

    [Theory]
    [InlineData("2015-09-01", 1)]
    [InlineData("2015-09-02", 0)]
    [InlineData("2005-09-02", 1)]
    [InlineData("2005-09-01", 0)]
    public void Student_mentees_are_from_10_to_19_on_the_first_of_September(string born, int counted)
    {
        var pair = Pair(Anna, Boris) with { MenteeGroup = ParticipantGroup.Student };
        var facts = Facts(pair) with
        {
            People = [Person(Anna), Person(Boris) with { BirthDate = DateOnly.Parse(born, null) }],
        };

        OrganizationCount.Of(facts, Year, Today).StudentMentees.ShouldBe(counted);
    }

    [Theory]
    [InlineData("2010-09-01", 1)]
    [InlineData("2010-09-02", 0)]
    public void Student_mentors_are_from_15_to_19(string born, int counted)
    {
        var pair = Pair(Anna, Boris) with
        {
            MentorGroup = ParticipantGroup.Student,
            MenteeGroup = ParticipantGroup.Student,
        };
        var facts = Facts(pair) with
        {
            People = [Person(Anna) with { BirthDate = DateOnly.Parse(born, null) }, Person(Boris)],
        };

        OrganizationCount.Of(facts, Year, Today).StudentMentors.ShouldBe(counted);
    }

    [Fact]
    public void Educators_are_employed_mentors_and_educators_as_mentees_each_once()
    {
        var facts = Facts(Pair(Anna, Boris), Pair(Boris, Vera), Pair(Gleb, Vera)) with
        {
            Mentors = [new(Anna, MentorState.Assigned, true), new(Gleb, MentorState.Assigned, false)],
            Mentees =
            [
                new(Boris, MenteeState.Matched, "newEducator"),
                new(Vera, MenteeState.Matched, "earlyCareerEducator"),
            ],
        };

        var counts = OrganizationCount.Of(facts, Year, Today);

        counts.Educators.ShouldBe(3);
        counts.EarlyCareerMentees.ShouldBe(1);
    }

    [Fact]
    public void Parents_are_representatives_who_are_not_counted_as_educators()
    {
        var facts = Facts(Pair(Anna, Boris), Pair(Gleb, Boris)) with
        {
            Mentors = [new(Anna, MentorState.Assigned, true), new(Gleb, MentorState.Assigned, false)],
            People = [Person(Anna, representative: true), Person(Boris), Person(Gleb, representative: true)],
        };

        OrganizationCount.Of(facts, Year, Today).Parents.ShouldBe(1);
    }

    [Fact]
    public void Sizes_of_groups_are_those_of_the_headcount()
    {
        var facts = Facts() with
        {
            Headcounts = new Dictionary<TargetGroup, int>
            {
                [TargetGroup.Students] = 400,
                [TargetGroup.StudentsFrom10To19] = 250,
                [TargetGroup.Parents] = 61,
            },
        };

        var counts = OrganizationCount.Of(facts, Year, Today);

        (counts.StudentMenteesOf, counts.StudentMentorsOf, counts.EducatorsOf, counts.ParentsOf).ShouldBe(
            (250, 0, 0, 61)
        );
    }

    private static FigureCounts Count(params CountedPair[] pairs) => OrganizationCount.Of(Facts(pairs), Year, Today);

    private static CountedOrganization Facts(params CountedPair[] pairs) =>
        new(
            [Person(Anna), Person(Boris), Person(Vera), Person(Gleb)],
            [],
            [],
            pairs,
            [],
            new Dictionary<TargetGroup, int>()
        );

    private static CountedPerson Person(Guid id, bool consent = false, bool representative = false) =>
        new(id, new DateOnly(1990, 1, 1), representative, consent);

    private static CountedPair Pair(Guid mentor, Guid mentee) =>
        new(
            mentor,
            mentee,
            PairState.Active,
            new DateOnly(2025, 10, 1),
            null,
            GateIsOpen: true,
            ParticipantGroup.Educator,
            ParticipantGroup.Educator
        );

    private static Guid Id(int n) => new(n, 0, 0, new byte[8]);
}
