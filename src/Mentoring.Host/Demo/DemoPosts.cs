namespace Mentoring.Host.Demo;

/// <summary>A post at work, with the codes that belong to it.</summary>
internal sealed record DemoPost(string Name, string? Code, string[] Subjects, string[] Competences, string[] Requests);

/// <summary>Posts of educators and what they bring along or ask for.</summary>
internal static class DemoPosts
{
    public static readonly DemoPost[] School =
    [
        new(
            "учитель математики",
            "teacher",
            ["mathematics", "algebra", "geometry"],
            ["mathTeaching", "modernLesson", "formativeAssessment"],
            ["basicExam", "lessonDesign"]
        ),
        new(
            "учитель русского языка и литературы",
            "teacher",
            ["russian", "literature"],
            ["russianExam", "criteriaAssessment", "functionalLiteracy"],
            ["stateExam", "formativeAssessment"]
        ),
        new(
            "учитель начальных классов",
            "teacher",
            ["primarySchool"],
            ["primaryGames", "workWithParents", "classroomManagement"],
            ["classDiscipline", "parentMeeting", "workProgram"]
        ),
        new(
            "учитель физики",
            "teacher",
            ["physics"],
            ["scienceExperiments", "problemBasedLearning", "giftedStudents"],
            ["laboratoryPractice", "lessonDesign", "classDiscipline"]
        ),
        new(
            "учитель химии и биологии",
            "teacher",
            ["chemistry", "biology"],
            ["scienceExperiments", "projectsAndResearch", "inclusivePractice"],
            ["laboratoryPractice", "projectWork"]
        ),
        new(
            "учитель истории и обществознания",
            "teacher",
            ["history", "socialStudies"],
            ["problemBasedLearning", "mediation", "lessonAnalysis"],
            ["functionalLiteracy", "lessonGoals"]
        ),
        new(
            "учитель английского языка",
            "teacher",
            ["english"],
            ["digitalMaterials", "blendedLearning", "interactivePlatforms"],
            ["digitalPlatforms", "differentiatedTasks"]
        ),
        new(
            "учитель информатики",
            "teacher",
            ["informatics"],
            ["interactivePlatforms", "digitalSafety", "digitalMaterials"],
            ["projectWork", "electronicJournal"]
        ),
        new(
            "учитель географии",
            "teacher",
            ["geography"],
            ["functionalLiteracy", "workPrograms", "careerGuidance"],
            ["workProgram", "lessonSelfAnalysis"]
        ),
        new(
            "учитель физической культуры",
            "teacher",
            ["physicalEducation"],
            ["classroomManagement", "upbringingEvents", "beginnersSupport"],
            ["classDiscipline", "burnoutPrevention"]
        ),
        new(
            "учитель труда (технологии)",
            "teacher",
            ["technology"],
            ["projectsAndResearch", "careerGuidance", "professionalContests"],
            ["projectWork", "careerGuidance"]
        ),
        new(
            "учитель музыки",
            "teacher",
            ["music"],
            ["upbringingEvents", "professionalContests", "methodicalPublications"],
            ["homeroomPlan", "publicSpeaking"]
        ),
        new(
            "педагог-психолог",
            "educationalPsychologist",
            [],
            ["beginnersSupport", "mediation", "groupFacilitation"],
            ["bullyingPrevention", "parentConflicts"]
        ),
    ];

    public static readonly DemoPost[] Kindergarten =
    [
        new(
            "воспитатель",
            "preschoolTeacher",
            [],
            ["preschoolEnvironment", "workWithParents", "speechDevelopment"],
            ["preschoolRoutine", "parentMeeting"]
        ),
        new(
            "воспитатель",
            "preschoolTeacher",
            [],
            ["preschoolEnvironment", "projectsAndResearch", "beginnersSupport"],
            ["preschoolRoutine", "parentConflicts", "burnoutPrevention"]
        ),
        new(
            "воспитатель",
            "preschoolTeacher",
            [],
            ["workWithParents", "professionalContests", "mediation"],
            ["preschoolRoutine", "workProgram"]
        ),
        new(
            "учитель-логопед",
            "speechTherapist",
            [],
            ["speechDevelopment", "inclusivePractice", "workWithParents"],
            ["inclusiveClass", "certification"]
        ),
        new(
            "музыкальный руководитель",
            "musicDirector",
            [],
            ["upbringingEvents", "professionalContests", "methodicalPublications"],
            ["publicSpeaking", "preschoolRoutine"]
        ),
    ];

    public static readonly string[] PupilRequests =
    [
        "subjectGaps",
        "anxietyAndSelfEsteem",
        "projectPreparation",
        "professionChoice",
        "newClassAdaptation",
        "leadership",
    ];

    public static readonly string[] BeginnerCategories =
    [
        "earlyCareerEducator",
        "earlyCareerEducator",
        "earlyCareerEducator",
        "newEducator",
        "educatorWithDifficulties",
        "returningEducator",
        "educatorInNewRole",
    ];

    /// <summary>Partners from outside who mentor pupils.</summary>
    public static readonly (string Position, string Employer, string Competence)[] Partners =
    [
        ("инженер-технолог", "ООО «Верхнереченский станкозавод»", "careerGuidance"),
        ("наладчик станков с ЧПУ", "ООО «Верхнереченский станкозавод»", "careerGuidance"),
        ("агроном", "СПК «Лугодольские нивы»", "careerGuidance"),
        ("программист", "АО «Реченские сети»", "projectsAndResearch"),
        ("старший мастер", "ПАО «Тихоборский хлебозавод»", "careerGuidance"),
    ];
}
