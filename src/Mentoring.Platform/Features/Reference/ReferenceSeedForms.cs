namespace Mentoring.Platform.Features.Reference;

/// <summary>The part of <see cref="ReferenceSeed"/> that says who mentors whom, and how.</summary>
internal static class ReferenceSeedForms
{
    public static IEnumerable<MentoringForm> Forms() =>
        FormRows.Select(
            (form, i) =>
                new MentoringForm
                {
                    Code = form.Code,
                    Name = form.Name,
                    MentorGroup = form.Mentor,
                    MenteeGroup = form.Mentee,
                    Sort = i + 1,
                }
        );

    public static IEnumerable<RoleModel> RoleModels() =>
        RoleModelRows.Select(
            (model, i) =>
                new RoleModel
                {
                    FormCode = model.Form,
                    Code = model.Code,
                    Name = model.Name,
                    Sort = i + 1,
                }
        );

    public static IEnumerable<MentoringKind> Kinds() =>
        [
            new()
            {
                Code = "traditional",
                Name = "традиционное («один на один»)",
                MaxMentees = 1,
                Sort = 1,
            },
            new()
            {
                Code = "group",
                Name = "в группе",
                MinMentees = 2,
                Sort = 2,
            },
            new()
            {
                Code = "virtual",
                Name = "виртуальное (дистанционное)",
                Sort = 3,
            },
            new()
            {
                Code = "shortTerm",
                Name = "краткосрочное или целеполагающее",
                Sort = 4,
            },
            new()
            {
                Code = "reverse",
                Name = "реверсивное",
                MaxMentees = 1,
                Sort = 5,
            },
            new()
            {
                Code = "situational",
                Name = "ситуационное",
                Sort = 6,
            },
            // One meeting: neither a program nor its shortest term make sense.
            new()
            {
                Code = "speed",
                Name = "скоростное",
                MinMonths = 0,
                SingleMeeting = true,
                NeedsProgram = false,
                Sort = 7,
            },
        ];

    private static readonly (string Code, string Name, ParticipantGroup Mentor, ParticipantGroup Mentee)[] FormRows =
    [
        ("teacherTeacher", "учитель – учитель", ParticipantGroup.Educator, ParticipantGroup.Educator),
        (
            "headTeacher",
            "руководитель образовательной организации – учитель",
            ParticipantGroup.HeadOfOrganization,
            ParticipantGroup.Educator
        ),
        ("teacherEducator", "учитель – педагог", ParticipantGroup.Educator, ParticipantGroup.Educator),
        (
            "headEducator",
            "руководитель образовательной организации – педагог",
            ParticipantGroup.HeadOfOrganization,
            ParticipantGroup.Educator
        ),
        (
            "collegeEducatorYoungEducator",
            "педагог вуза (колледжа) – молодой педагог образовательной организации",
            ParticipantGroup.CollegeEducator,
            ParticipantGroup.Educator
        ),
        (
            "preschoolTeacherPreschoolTeacher",
            "воспитатель – воспитатель",
            ParticipantGroup.PreschoolTeacher,
            ParticipantGroup.PreschoolTeacher
        ),
        ("specialistSpecialist", "специалист – специалист", ParticipantGroup.Specialist, ParticipantGroup.Specialist),
        ("studentStudent", "ученик – ученик", ParticipantGroup.Student, ParticipantGroup.Student),
        ("teacherStudent", "учитель – ученик", ParticipantGroup.Educator, ParticipantGroup.Student),
        ("collegeStudentStudent", "студент – ученик", ParticipantGroup.CollegeStudent, ParticipantGroup.Student),
        ("employerStudent", "работодатель – ученик", ParticipantGroup.Employer, ParticipantGroup.Student),
        (
            "employerCollegeStudent",
            "работодатель – студент",
            ParticipantGroup.Employer,
            ParticipantGroup.CollegeStudent
        ),
    ];

    private static readonly (string Form, string Code, string Name)[] RoleModelRows =
    [
        ("teacherTeacher", "experiencedAndEarlyCareer", "опытный учитель – молодой специалист"),
        ("teacherTeacher", "leaderAndStruggling", "лидер педагогического сообщества – педагог, испытывающий проблемы"),
        ("teacherTeacher", "innovatorAndConservative", "педагог-новатор – консервативный педагог"),
        ("teacherTeacher", "experiencedAndBeginningInSubject", "опытный предметник – неопытный предметник"),
        ("studentStudent", "achievingAndUnderachieving", "успевающий – неуспевающий"),
        ("studentStudent", "leaderAndPassive", "лидер – пассивный"),
        ("studentStudent", "equals", "равный – равному"),
        ("studentStudent", "adaptedAndUnadapted", "адаптированный – неадаптированный"),
        ("collegeStudentStudent", "achievingAndUnderachieving", "успевающий – неуспевающий"),
        ("collegeStudentStudent", "leaderAndIndifferent", "лидер – равнодушный"),
        ("collegeStudentStudent", "equalAndOther", "равный – другому"),
        ("collegeStudentStudent", "curatorAndProjectAuthor", "куратор – автор проекта"),
        ("employerStudent", "professionalAndConsumer", "активный профессионал – равнодушный потребитель"),
        ("employerStudent", "colleagueAndYoungColleague", "коллега – молодой коллега"),
        ("employerStudent", "employerAndFutureEmployee", "работодатель – будущий сотрудник"),
        ("employerCollegeStudent", "professionalAndConsumer", "активный профессионал – равнодушный потребитель"),
        (
            "employerCollegeStudent",
            "professionalAndChoosingStudent",
            "успешный профессионал – студент, выбирающий профессию"
        ),
        ("employerCollegeStudent", "colleagueAndFutureColleague", "коллега – будущий коллега"),
        ("employerCollegeStudent", "employerAndFutureEmployee", "работодатель – будущий сотрудник"),
    ];
}
