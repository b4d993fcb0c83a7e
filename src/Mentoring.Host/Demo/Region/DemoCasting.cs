namespace Mentoring.Host.Demo.Region;

/// <summary>The people of an organization and who works with whom: invented from its plan, the same at every start.</summary>
internal sealed class DemoCasting
{
    private static readonly DateOnly ConsentEndsSoon = new(2026, 5, 7);

    private readonly DemoPlan plan;
    private readonly DemoNames names;
    private readonly DemoNamed named = new();
    private readonly DemoPost[] posts;
    private readonly bool isKindergarten;
    private readonly List<DemoPerson> educators = [];
    private int count;

    public DemoCasting(DemoPlan plan, DemoOrganization organization, DemoNames names)
    {
        (this.plan, this.names) = (plan, names);
        isKindergarten = organization.HeadTitle == "Заведующий";
        posts = isKindergarten ? DemoPosts.OfKindergarten : DemoPosts.OfSchool;
        EducatorMentors(DemoNamed.MentorOf(plan.Number));
        CastEducators();
        CastPupils(organization.Tenant.ShortName, organization.IsSmallScale ? 9 : 10);
        CastPartners();
        SetCapacities();
        Unpaired = [.. Enumerable.Range(0, plan.Unpaired).Select(i => Educator(i + 1))];
        Newcomers = [.. Enumerable.Range(0, plan.Newcomers).Select(i => Educator(i + 2))];
    }

    public List<DemoPair> Pairs { get; } = [];

    /// <summary>In turn a mentor and a mentee.</summary>
    public IReadOnlyList<DemoPerson> Unpaired { get; }

    /// <inheritdoc cref="Unpaired"/>
    public IReadOnlyList<DemoPerson> Newcomers { get; }

    /// <summary>Fewer mentors than pairs: some have two mentees.</summary>
    private void EducatorMentors(DemoPerson? first)
    {
        var mentors = (plan.Educators.Length * 3 + 3) / 4;
        for (var i = 0; i < mentors; i++)
            educators.Add(i == 0 && first is not null ? first : Educator(i));
        for (var i = 0; i < plan.LastYear; i++)
            Add(educators[i], Beginner(i), EducatorForm(educators[i]), DemoFate.Completes, DemoWave.LastYear);
    }

    private void CastEducators()
    {
        for (var i = 0; i < plan.Educators.Length; i++)
        {
            var fate = plan.Educators[i];
            var mentor = educators[i % educators.Count];
            var first = Pairs.Find(p => p.Wave != DemoWave.LastYear);
            var (mentorOf, menteeOf) = fate switch
            {
                DemoFate.TakesOver => (mentor, Pairs.Find(p => p.Fate == DemoFate.EndedByMentor)!.Mentee),
                DemoFate.Reverse => (first!.Mentee, first.Mentor),
                _ => (mentor, i == 0 && plan.Number == 1 ? named.Nestrugin : Beginner(i)),
            };
            Add(mentorOf, menteeOf, EducatorForm(mentorOf), fate);
        }
    }

    private void CastPupils(string school, int oldestFrom)
    {
        for (var i = 0; i < plan.TeachersAndPupils.Length; i++)
        {
            var pupil = i == 0 && plan.Number == 1 ? named.Artyom : Pupil(7 + i % 3, school);
            Add(educators[^(i + 1)], pupil, "teacherStudent", plan.TeachersAndPupils[i]);
        }
        foreach (var fate in plan.Pupils)
            Add(Pupil(oldestFrom, school), Pupil(5 + count % 3, school), "studentStudent", fate);
    }

    private void CastPartners()
    {
        for (var i = 0; i < plan.Partners.Length; i++)
        {
            var (post, employer) = DemoPosts.Partners[(plan.Number - 1 + i) % DemoPosts.Partners.Length];
            // Those with accounts have something to decide on.
            var isNamed = plan.Number == 1 && (i == 0 || plan.Partners[i] == DemoFate.Proposed);
            Add(
                isNamed
                    ? named.Yefimtsev
                    : new DemoPerson(names.GrownUp(1968, 1992, women: 3), post) { Employer = employer },
                isNamed && i > 0 ? named.Artyom : Pupil(9, ""),
                "employerStudent",
                plan.Partners[i]
            );
        }
    }

    private void Add(DemoPerson mentor, DemoPerson mentee, string form, DemoFate fate, DemoWave? wave = null) =>
        Pairs.Add(
            new DemoPair(mentor, mentee, form, fate, wave ?? DemoTimeline.WaveOf(fate, plan.IsLate))
            {
                RoleModel = RoleModel(form, fate),
                Kind = fate switch
                {
                    DemoFate.Reverse => "reverse",
                    DemoFate.SingleMeeting => "speed",
                    DemoFate.Completes => "shortTerm",
                    _ => "traditional",
                },
            }
        );

    /// <summary>Every third mentor is full, the others have room for one more.</summary>
    private void SetCapacities()
    {
        var load = Pairs.Where(p => p.Wave != DemoWave.LastYear).ToLookup(p => p.Mentor);
        foreach (var (mentor, i) in Pairs.Select(p => p.Mentor).Distinct().Select((m, i) => (m, i)))
            mentor.Capacity = Math.Max(1, load[mentor].Count()) + (i % 3 == 0 ? 0 : 1);
    }

    private string EducatorForm(DemoPerson mentor) =>
        !isKindergarten ? "teacherTeacher"
        : mentor.Post.Code == "preschoolTeacher" ? "preschoolTeacherPreschoolTeacher"
        : "specialistSpecialist";

    private string? RoleModel(string form, DemoFate fate) =>
        form switch
        {
            "teacherTeacher" when fate == DemoFate.Reverse => "innovatorAndConservative",
            "teacherTeacher" => Pairs.Count % 3 == 2 ? "experiencedAndBeginningInSubject" : "experiencedAndEarlyCareer",
            "studentStudent" => Pairs.Count % 2 == 0 ? "achievingAndUnderachieving" : "leaderAndPassive",
            "employerStudent" => "employerAndFutureEmployee",
            _ => null,
        };

    private DemoPerson Educator(int post) =>
        new(names.GrownUp(1963, 1986), posts[post % posts.Length]) { ConsentEnds = ConsentEnds() };

    /// <summary>Works in the same kind of post as the mentor of that place.</summary>
    private DemoPerson Beginner(int i) =>
        new(names.GrownUp(1995, 2003), educators[i % educators.Count].Post) { ConsentEnds = ConsentEnds() };

    private DemoPerson Pupil(int schoolClass, string school)
    {
        var (child, parent) = names.Family(schoolClass);
        var name = $"{schoolClass}{"АБВ"[count % 3]}";
        return new DemoPerson(child, DemoPosts.Pupil(name, DemoPosts.PupilRequests[count % 6]))
        {
            Parent = parent,
            SchoolClass = name,
            Employer = school,
            ConsentEnds = ConsentEnds(),
        };
    }

    /// <summary>One in nine ends soon after the demonstration's first day.</summary>
    private DateOnly ConsentEnds() => ++count % 9 == 0 ? ConsentEndsSoon : new(2026, 8, 31);
}
