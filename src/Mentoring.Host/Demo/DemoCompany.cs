using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.People;

namespace Mentoring.Host.Demo;

/// <summary>The people of an organization: invented, entered, and on the way into bank and base.</summary>
internal sealed class DemoCompany(DemoPlace place, DemoCasting casting, DemoBank bank)
{
    private static readonly (PersonDetails Person, string Login, string Post)[] NamedMentors =
    [
        (DemoNamed.Zvonareva, "s3.mentor1", "учитель математики"),
        (DemoNamed.Vedenina, "ds5.mentor", "воспитатель"),
    ];

    private readonly bool isKindergarten = place.Organization.HeadTitle == "Заведующий";

    public List<DemoParticipant> Mentors { get; } = [];
    public List<DemoParticipant> Beginners { get; } = [];

    /// <summary>Pupils who mentor, with those whom they mentor.</summary>
    public List<(DemoParticipant Mentor, DemoParticipant Mentee)> Pupils { get; } = [];

    /// <summary>Pupils with a mentor from the staff or from outside.</summary>
    public List<DemoParticipant> PupilsOfGrownUps { get; } = [];
    public List<DemoParticipant> Outsiders { get; } = [];

    public void Enter()
    {
        for (var i = 0; i < place.Plan.Mentors; i++)
            EnterMentor(i);
        for (var i = 0; i < place.Plan.Beginners; i++)
            EnterBeginner(i);
        for (var i = 0; i < place.Plan.OutsidePairs; i++)
            EnterOutsider(i);
        for (var i = 0; i < place.Plan.TeacherPupilPairs + place.Plan.OutsidePairs; i++)
            PupilsOfGrownUps.Add(EnterPupil($"pupil{i + 1:00}", 8 + place.Roll(4), named: place.Plan.Number == 1 && i == 0));
        for (var i = 0; i < place.Plan.PupilPairs; i++)
            Pupils.Add((EnterPupilMentor(i), EnterPupil($"mate{i + 1:00}", 5 + place.Roll(4))));
    }

    /// <summary>Entered in spring: the head has not decided yet.</summary>
    public void EnterNewcomer(int number)
    {
        var post = place.Pick(Posts);
        var newcomer = new DemoParticipant($"newcomer{number}", casting.GrownUp(1978, 1990))
        {
            Position = post.Name,
            Post = post,
            Capacity = 2,
            WaitsForHead = true,
        };
        bank.Mentor(newcomer, DemoDays.Of(4, 2).Later(number));
    }

    private DemoPost[] Posts => isKindergarten ? DemoPosts.Kindergarten : DemoPosts.School;

    private void EnterMentor(int i)
    {
        var named = i > 0 ? default : NamedMentors.ElementAtOrDefault(place.Plan.Number switch { 1 => 0, 4 => 1, _ => 9 });
        var post = named.Person is null ? Posts[i % Posts.Length] : Array.Find(Posts, p => p.Name == named.Post)!;
        var mentor = new DemoParticipant($"mentor{i + 1:00}", named.Person ?? casting.GrownUp(1963, 1989))
        {
            Login = named.Login,
            Position = post.Name,
            Post = post,
            Capacity = named.Login is null ? 1 + place.Roll(3) : 3,
            Paper = named.Login is null ? Paper() : DemoPaper.ForTheYear,
        };
        Mentors.Add(mentor);
        bank.Mentor(mentor, place.Day(9, 2, spread: 8));
    }

    private void EnterBeginner(int i)
    {
        var isNamed = place.Plan.Number == 1 && i == 0;
        var post = isNamed ? Array.Find(Posts, p => p.Name == "учитель физики")! : Posts[(i + 3) % Posts.Length];
        var category = isNamed ? "earlyCareerEducator" : place.Pick(DemoPosts.BeginnerCategories);
        var isYoung = category == "earlyCareerEducator";
        var beginner = new DemoParticipant(
            $"beginner{i + 1:00}",
            isNamed ? DemoNamed.Nestrugin : casting.GrownUp(isYoung ? 1997 : 1972, isYoung ? 2003 : 1996)
        )
        {
            Login = isNamed ? "s3.mentee1" : null,
            Position = post.Name,
            Post = post,
            Paper = isNamed ? DemoPaper.ForTheYear : Paper(),
        };
        Beginners.Add(beginner);
        bank.Mentee(
            beginner,
            place.Day(9, 3, spread: 8),
            category,
            [.. post.Requests.Take(1 + place.Roll(post.Requests.Length)).Select(topic => new RequestText(topic))]
        );
    }

    private void EnterOutsider(int i)
    {
        var isNamed = place.Plan.Number == 1 && i == 0;
        var (position, employer, competence) = isNamed ? DemoPosts.Partners[0] : place.Pick(DemoPosts.Partners);
        var outsider = new DemoParticipant(
            $"partner{i + 1:00}",
            isNamed ? DemoNamed.Yefimtsev : casting.GrownUp(1968, 1992, women: 3)
        )
        {
            Login = isNamed ? "partner1" : null,
            Position = position,
            Post = new DemoPost(position, null, [], [competence], []),
            Employer = employer,
            Capacity = 2,
        };
        Outsiders.Add(outsider);
        bank.Mentor(outsider, place.Day(9, 15, spread: 6));
    }

    private DemoParticipant EnterPupil(string step, int schoolClass, bool named = false)
    {
        var (child, parent) = named
            ? (DemoNamed.ArtyomLadygin, DemoNamed.Ladygina)
            : casting.Family(schoolClass);
        var name = named ? "8Б" : $"{schoolClass}{place.Pick(["А", "Б", "В"])}";
        var pupil = new DemoParticipant(step, child)
        {
            Parent = parent,
            Login = named ? "s3.student1" : null,
            ParentLogin = named ? "s3.parent1" : null,
            SchoolClass = name,
            Position = $"обучающийся {name} класса",
            Paper = named ? DemoPaper.ForTheYear : Paper(),
        };
        bank.Mentee(
            pupil,
            place.Day(9, 8, spread: 10),
            "student",
            new RequestText(named ? "subjectGaps" : place.Pick(DemoPosts.PupilRequests))
        );
        if (named)
            bank.SignAnew(pupil, Age.Turning(child.BirthDate, Age.OfOwnSignature));
        return pupil;
    }

    private DemoParticipant EnterPupilMentor(int i)
    {
        var schoolClass = place.Organization.Kind == Mentoring.Platform.Features.Organizations.OrganizationKind.BasicSchool
            ? 9
            : 9 + place.Roll(3);
        var (child, parent) = casting.Family(schoolClass);
        var mentor = new DemoParticipant($"leader{i + 1:00}", child)
        {
            Parent = parent,
            SchoolClass = $"{schoolClass}{place.Pick(["А", "Б"])}",
            Position = $"обучающийся {schoolClass} класса",
            Employer = place.Organization.Tenant.ShortName,
            Post = new DemoPost("", null, [], ["groupFacilitation", "projectsAndResearch"], []),
            Capacity = 1 + place.Roll(2),
            Paper = Paper(),
        };
        bank.Mentor(mentor, place.Day(9, 9, spread: 10));
        return mentor;
    }

    private DemoPaper Paper() =>
        place.Chance(place.Plan.Forgotten) ? DemoPaper.Forgotten
        : place.Chance(5) ? DemoPaper.EndsSoon
        : place.Chance(3) ? DemoPaper.Ended
        : DemoPaper.ForTheYear;
}
