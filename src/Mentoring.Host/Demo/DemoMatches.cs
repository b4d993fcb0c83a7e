using Mentoring.Platform.Features.Mentees;

namespace Mentoring.Host.Demo;

/// <summary>Who works with whom in an organization, and what becomes of it.</summary>
internal sealed class DemoMatches(DemoPlace place, DemoCompany company, DemoBank bank)
{
    /// <summary>Fates of educators' pairs in the order in which they are found; the first school shows everything.</summary>
    private static readonly DemoFate[] OfFirstSchool =
    [
        DemoFate.Works,
        DemoFate.Completes,
        DemoFate.FallsSilent,
        DemoFate.EndedByCurator,
        DemoFate.Extended,
        DemoFate.WaitsForAddendum,
        DemoFate.MentorReplaced,
        DemoFate.Shortened,
        DemoFate.ProgramDrafted,
        DemoFate.InDraftOrder,
        DemoFate.JustProposed,
        DemoFate.Works,
    ];

    private static readonly DemoFate[] OfOthers =
    [
        DemoFate.Works,
        DemoFate.Works,
        DemoFate.Completes,
        DemoFate.Works,
        DemoFate.ProgramApproved,
        DemoFate.Works,
        DemoFate.FallsSilent,
        DemoFate.Works,
        DemoFate.ProgramAgreed,
        DemoFate.EndedByMentee,
        DemoFate.Works,
        DemoFate.Works,
        DemoFate.AwaitsOrder,
        DemoFate.Works,
    ];

    private static readonly DemoFate[] OfLaggards =
    [
        DemoFate.WithoutProgram,
        DemoFate.FallsSilent,
        DemoFate.WaitsForAddendum,
        DemoFate.ProgramDrafted,
        DemoFate.AwaitsOrder,
    ];

    private static readonly DemoFate[] OfPupils =
    [
        DemoFate.WithoutProgram,
        DemoFate.Works,
        DemoFate.WithoutProgram,
        DemoFate.FallsSilent,
        DemoFate.Completes,
    ];

    private static readonly string[] TeacherModels =
    [
        "experiencedAndEarlyCareer",
        "experiencedAndEarlyCareer",
        "experiencedAndBeginningInSubject",
        "leaderAndStruggling",
        "innovatorAndConservative",
    ];

    private static readonly string[] PupilModels =
    [
        "achievingAndUnderachieving",
        "leaderAndPassive",
        "adaptedAndUnadapted",
        "equals",
    ];

    private readonly DemoPairing pairing = new(place);
    private readonly Dictionary<DemoParticipant, int> taken = [];
    private int count;

    public void Write()
    {
        MatchEducators();
        MatchPupils();
        pairing.WriteOrders();
    }

    private void MatchEducators()
    {
        var mentors = Ready(company.Mentors);
        var fates = place.Plan.Number switch
        {
            1 => OfFirstSchool,
            10 => OfLaggards,
            _ => OfOthers,
        };
        var beginners = Ready(company.Beginners);
        for (var i = 0; i < beginners.Count && i < fates.Length + 4; i++)
        {
            var fate = i < fates.Length ? fates[i] : DemoFate.Works;
            if (NextFree(mentors, i) is not { } mentor)
                return;
            var pair = MatchEducators(mentor, beginners[i], fate, on: null);
            if (fate == DemoFate.MentorReplaced && NextFree(mentors, i + 1) is { } other)
                pairing.Replace(pair, MatchEducators(other, beginners[i], DemoFate.Works, DemoDays.Of(1, 23)));
        }
        if (place.Plan.Number == 1)
            MatchReverse(mentors[0], beginners[0]);
    }

    private DemoPair MatchEducators(DemoParticipant mentor, DemoParticipant mentee, DemoFate fate, DateOnly? on)
    {
        var isKindergarten = place.Organization.HeadTitle == "Заведующий";
        var isSpecialist = mentee.Post!.Code is "speechTherapist" or "educationalPsychologist";
        return Propose(
            mentor,
            mentee,
            isSpecialist ? "specialistSpecialist"
                : isKindergarten ? "preschoolTeacherPreschoolTeacher"
                : "teacherTeacher",
            isKindergarten || isSpecialist ? null : place.Pick(TeacherModels),
            fate,
            place.Chance(12) ? ["traditional", "virtual"] : ["traditional"],
            on
        );
    }

    /// <summary>The young colleague teaches the experienced one digital tools: both have two roles.</summary>
    private void MatchReverse(DemoParticipant elder, DemoParticipant younger)
    {
        var on = DemoDays.Of(11, 10);
        bank.AlsoMentor(younger, on);
        bank.AlsoMentee(elder, on, "educatorInNewRole", new RequestText("digitalPlatforms"));
        Propose(
            younger,
            elder,
            "teacherTeacher",
            "innovatorAndConservative",
            DemoFate.Works,
            ["reverse"],
            on.Later(2)
        );
    }

    private void MatchPupils()
    {
        var teachers = Ready(company.Mentors);
        var outsiders = Ready(company.Outsiders);
        var pupils = Ready(company.PupilsOfGrownUps);
        for (var i = 0; i < pupils.Count; i++)
        {
            var byTeacher = i < place.Plan.TeacherPupilPairs;
            var mentors = byTeacher ? teachers : outsiders;
            if (NextFree(mentors, byTeacher ? teachers.Count - 1 - i : i) is not { } mentor)
                continue;
            Propose(
                mentor,
                pupils[i],
                byTeacher ? "teacherStudent" : "employerStudent",
                byTeacher ? null : "employerAndFutureEmployee",
                i == 0 || !byTeacher ? DemoFate.Works : DemoFate.WithoutProgram,
                ["traditional"],
                on: null
            );
        }
        for (var i = 0; i < company.Pupils.Count; i++)
        {
            var (mentor, mentee) = company.Pupils[i];
            if (mentor.AdmittedOn is null || mentee.AdmittedOn is null)
                continue;
            var isSpeed = place.Plan.Number == 2 && i == 0;
            Propose(
                mentor,
                mentee,
                "studentStudent",
                place.Pick(PupilModels),
                isSpeed ? DemoFate.SingleMeeting : OfPupils[i % OfPupils.Length],
                isSpeed ? ["speed"] : ["traditional"],
                on: null
            );
        }
    }

    private DemoPair Propose(
        DemoParticipant mentor,
        DemoParticipant mentee,
        string form,
        string? roleModel,
        DemoFate fate,
        string[] kinds,
        DateOnly? on
    )
    {
        taken[mentor] = taken.GetValueOrDefault(mentor) + 1;
        var ready = mentor.AdmittedOn > mentee.AdmittedOn ? mentor.AdmittedOn.Value : mentee.AdmittedOn!.Value;
        var isLate = fate is DemoFate.JustProposed or DemoFate.AwaitsOrder or DemoFate.InDraftOrder;
        var pair = new DemoPair
        {
            Step = $"pair{++count:00}",
            Mentor = mentor,
            Mentee = mentee,
            Form = form,
            RoleModel = roleModel,
            Kinds = kinds,
            Fate = fate,
            ProposedOn = on ?? (isLate ? DemoDays.Of(4, 6).Later(place.Roll(4)) : ready.Later(1 + place.Roll(4))),
        };
        pairing.Propose(pair);
        return pair;
    }

    private static List<DemoParticipant> Ready(IEnumerable<DemoParticipant> people) =>
        [.. people.Where(p => p.AdmittedOn is not null)];

    /// <summary>The mentor of that place in the list, or the next one who has room and whose consent holds.</summary>
    private DemoParticipant? NextFree(List<DemoParticipant> mentors, int from) =>
        Enumerable
            .Range(from, mentors.Count)
            .Select(i => mentors[i % mentors.Count])
            .FirstOrDefault(m => taken.GetValueOrDefault(m) < m.Capacity);
}
