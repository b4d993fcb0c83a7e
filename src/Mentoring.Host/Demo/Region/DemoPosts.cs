namespace Mentoring.Host.Demo.Region;

/// <summary>What somebody is, with the codes that belong to it.</summary>
/// <param name="Name">As papers call it.</param>
/// <param name="Competences">What he can teach others.</param>
/// <param name="Requests">What he asks a mentor for.</param>
internal sealed record DemoPost(string Name, string? Code, string[] Subjects, string[] Competences, string[] Requests);

/// <summary>The posts of the demonstration.</summary>
internal static class DemoPosts
{
    public static readonly DemoPost[] OfSchool =
    [
        Teacher(
            "математики",
            ["mathematics", "algebra", "geometry"],
            "mathTeaching modernLesson",
            "basicExam lessonDesign"
        ),
        Teacher(
            "физики",
            ["physics"],
            "scienceExperiments giftedStudents",
            "laboratoryPractice lessonDesign classDiscipline"
        ),
        Teacher(
            "русского языка и литературы",
            ["russian", "literature"],
            "russianExam functionalLiteracy",
            "stateExam formativeAssessment"
        ),
        Teacher(
            "начальных классов",
            ["primarySchool"],
            "primaryGames workWithParents",
            "classDiscipline parentMeeting workProgram"
        ),
        Teacher(
            "химии и биологии",
            ["chemistry", "biology"],
            "scienceExperiments inclusivePractice",
            "laboratoryPractice projectWork"
        ),
        Teacher(
            "истории и обществознания",
            ["history", "socialStudies"],
            "problemBasedLearning mediation",
            "functionalLiteracy lessonGoals"
        ),
        Teacher(
            "английского языка",
            ["english"],
            "digitalMaterials blendedLearning",
            "digitalPlatforms differentiatedTasks"
        ),
        Teacher("информатики", ["informatics"], "interactivePlatforms digitalSafety", "projectWork electronicJournal"),
        Teacher("географии", ["geography"], "workPrograms careerGuidance", "workProgram lessonSelfAnalysis"),
        Teacher(
            "физической культуры",
            ["physicalEducation"],
            "classroomManagement upbringingEvents",
            "classDiscipline burnoutPrevention"
        ),
        Teacher(
            "труда (технологии)",
            ["technology"],
            "projectsAndResearch careerGuidance",
            "projectWork careerGuidance"
        ),
        Teacher("музыки", ["music"], "upbringingEvents professionalContests", "homeroomPlan publicSpeaking"),
    ];

    public static readonly DemoPost[] OfKindergarten =
    [
        new(
            "воспитатель",
            "preschoolTeacher",
            [],
            ["preschoolEnvironment", "workWithParents"],
            ["preschoolRoutine", "parentMeeting"]
        ),
        new(
            "воспитатель",
            "preschoolTeacher",
            [],
            ["projectsAndResearch", "beginnersSupport"],
            ["preschoolRoutine", "parentConflicts"]
        ),
        new(
            "воспитатель",
            "preschoolTeacher",
            [],
            ["professionalContests", "mediation"],
            ["preschoolRoutine", "workProgram"]
        ),
        Speech,
        Speech,
    ];

    /// <summary>Those who come from outside to mentor pupils; the post's name and where they work.</summary>
    public static readonly (DemoPost Post, string Employer)[] Partners =
    [
        (Partner("инженер-технолог"), "ООО «Верхнереченский станкозавод»"),
        (Partner("программист"), "АО «Реченские сети»"),
        (Partner("агроном"), "СПК «Лугодольские нивы»"),
        (Partner("наладчик станков с ЧПУ"), "ООО «Верхнереченский станкозавод»"),
        (Partner("старший мастер"), "ПАО «Тихоборский хлебозавод»"),
    ];

    public static readonly string[] PupilRequests =
    [
        "subjectGaps",
        "anxietyAndSelfEsteem",
        "projectPreparation",
        "newClassAdaptation",
        "leadership",
        "professionChoice",
    ];

    /// <summary>Categories of educators who look for a mentor; most are young.</summary>
    public static readonly string[] Categories =
    [
        "earlyCareerEducator",
        "newEducator",
        "earlyCareerEducator",
        "educatorWithDifficulties",
        "returningEducator",
        "educatorInNewRole",
    ];

    private static DemoPost Speech =>
        new(
            "учитель-логопед",
            "speechTherapist",
            [],
            ["speechDevelopment", "inclusivePractice"],
            ["inclusiveClass", "certification"]
        );

    public static DemoPost Pupil(string schoolClass, string request) =>
        new($"обучающийся {schoolClass} класса", null, [], ["groupFacilitation", "projectsAndResearch"], [request]);

    private static DemoPost Teacher(string of, string[] subjects, string competences, string requests) =>
        new($"учитель {of}", "teacher", subjects, competences.Split(' '), requests.Split(' '));

    private static DemoPost Partner(string name) => new(name, null, [], ["careerGuidance"], []);
}
