using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Reference;

/// <summary>
/// What the reference lists hold when a region begins: the lists of the federal model, of the regulations and of
/// common practice. Rows of the region's own from then on, to be changed there.
/// </summary>
public static class ReferenceSeed
{
    /// <summary>New rows of everything, to be added in the region's tenant.</summary>
    public static IReadOnlyList<IDownward> All() =>
        [.. ReferenceSeedForms.Forms(), .. ReferenceSeedForms.RoleModels(), .. ReferenceSeedForms.Kinds(), .. Items()];

    /// <summary>New rows of the simple lists.</summary>
    public static IReadOnlyList<ReferenceItem> Items() =>
        [
            .. List(ReferenceList.Competences, Competences),
            .. List(
                ReferenceList.RequestTopics,
                EducatorTopics,
                new ReferenceData(Audience: RequestAudience.Educators)
            ),
            .. List(
                ReferenceList.RequestTopics,
                StudentTopics,
                new ReferenceData(Audience: RequestAudience.Students),
                EducatorTopics.Length
            ),
            .. List(ReferenceList.MenteeCategories, GrownUpCategories, new ReferenceData(Minor: false)),
            .. List(
                ReferenceList.MenteeCategories,
                MinorCategories,
                new ReferenceData(Minor: true),
                GrownUpCategories.Length
            ),
            .. List(ReferenceList.Positions, Positions),
            .. List(ReferenceList.Subjects, Subjects),
            .. List(ReferenceList.ActivityDirections, Directions),
        ];

    private static readonly (string Code, string Name)[] Directions =
    [
        ("theoretical", "Научно-теоретические"),
        ("legal", "Нормативные правовые"),
        ("subjectProfessional", "Предметно-профессиональные"),
        ("psychological", "Психолого-педагогические"),
        ("methodical", "Методические"),
    ];

    private static readonly (string Code, string Name)[] GrownUpCategories =
    [
        ("earlyCareerEducator", "Молодой (начинающий) педагог"),
        ("newEducator", "Педагог, недавно пришедший в организацию"),
        ("returningEducator", "Педагог после перерыва в работе"),
        ("educatorWithDifficulties", "Педагог с профессиональными затруднениями"),
        ("educatorInNewRole", "Педагог в новой должности"),
        ("collegeStudent", "Студент"),
    ];

    private static readonly (string Code, string Name)[] MinorCategories = [("student", "Обучающийся")];

    private static readonly (string Code, string Name)[] Positions =
    [
        ("teacher", "Учитель"),
        ("preschoolTeacher", "Воспитатель"),
        ("seniorPreschoolTeacher", "Старший воспитатель"),
        ("musicDirector", "Музыкальный руководитель"),
        ("physicalInstructor", "Инструктор по физической культуре"),
        ("speechTherapist", "Учитель-логопед"),
        ("specialEducator", "Учитель-дефектолог"),
        ("educationalPsychologist", "Педагог-психолог"),
        ("socialPedagogue", "Социальный педагог"),
        ("tutor", "Тьютор"),
        ("upbringingAdvisor", "Советник директора по воспитанию"),
        ("additionalEducationTeacher", "Педагог дополнительного образования"),
        ("librarian", "Педагог-библиотекарь"),
        ("methodologist", "Методист"),
        ("deputyHead", "Заместитель директора"),
        ("head", "Директор, заведующий"),
    ];

    private static readonly (string Code, string Name)[] Subjects =
    [
        ("russian", "Русский язык"),
        ("literature", "Литература"),
        ("nativeLanguage", "Родной язык"),
        ("mathematics", "Математика"),
        ("algebra", "Алгебра"),
        ("geometry", "Геометрия"),
        ("probabilityAndStatistics", "Вероятность и статистика"),
        ("informatics", "Информатика"),
        ("physics", "Физика"),
        ("chemistry", "Химия"),
        ("biology", "Биология"),
        ("geography", "География"),
        ("history", "История"),
        ("socialStudies", "Обществознание"),
        ("english", "Иностранный язык (английский)"),
        ("german", "Иностранный язык (немецкий)"),
        ("french", "Иностранный язык (французский)"),
        ("fineArts", "Изобразительное искусство"),
        ("music", "Музыка"),
        ("technology", "Труд (технология)"),
        ("physicalEducation", "Физическая культура"),
        ("safetyAndDefense", "Основы безопасности и защиты Родины"),
        ("primarySchool", "Начальные классы"),
        ("religiousCulturesAndEthics", "ОРКСЭ"),
        ("individualProject", "Индивидуальный проект"),
        ("homeroom", "Классное руководство"),
        ("extracurricular", "Внеурочная деятельность"),
    ];

    private static readonly (string Code, string Name)[] Competences =
    [
        ("modernLesson", "Конструирование современного урока"),
        ("mathTeaching", "Методика преподавания математики 5–9"),
        ("russianExam", "Методика подготовки к ЕГЭ по русскому языку"),
        ("scienceExperiments", "Эксперимент и лабораторные работы по физике и химии"),
        ("formativeAssessment", "Формирующее оценивание"),
        ("criteriaAssessment", "Критериальное оценивание"),
        ("inclusivePractice", "Инклюзивная практика, адаптированные программы"),
        ("giftedStudents", "Работа с одарёнными, олимпиадная подготовка"),
        ("blendedLearning", "Смешанное обучение"),
        ("digitalMaterials", "Создание цифровых материалов"),
        ("interactivePlatforms", "Интерактивные доски и платформы"),
        ("problemBasedLearning", "Технология проблемного обучения"),
        ("primaryGames", "Игровые технологии в начальной школе"),
        ("projectsAndResearch", "Проектная и исследовательская деятельность"),
        ("classroomManagement", "Классный менеджмент"),
        ("mediation", "Медиация и разрешение конфликтов"),
        ("workWithParents", "Работа с родителями"),
        ("upbringingEvents", "Воспитательные события и Движение первых"),
        ("careerGuidance", "Профориентация и связь с предприятиями"),
        ("beginnersSupport", "Психологическая поддержка начинающих"),
        ("lessonAnalysis", "Анализ и самоанализ урока"),
        ("certification", "Подготовка к аттестации"),
        ("professionalContests", "Подготовка к конкурсам профессионального мастерства"),
        ("methodicalPublications", "Публикация методических материалов"),
        ("workPrograms", "Проектирование рабочих программ"),
        ("functionalLiteracy", "Функциональная грамотность"),
        ("speechDevelopment", "Логопедическая работа и речевое развитие"),
        ("preschoolEnvironment", "Предметно-пространственная среда детского сада"),
        ("groupFacilitation", "Наставничество группы, фасилитация"),
        ("digitalSafety", "Цифровая безопасность и персональные данные"),
    ];

    private static readonly (string Code, string Name)[] EducatorTopics =
    [
        ("lessonDesign", "Проектирование урока по обновлённым ФГОС"),
        ("lessonGoals", "Постановка измеримых целей урока"),
        ("formativeAssessment", "Организация формирующего оценивания"),
        ("federalProgram", "Работа с федеральной рабочей программой"),
        ("classDiscipline", "Дисциплина и управление поведением класса"),
        ("inclusiveClass", "Работа с детьми с ОВЗ в инклюзивном классе"),
        ("basicExam", "Подготовка к ОГЭ"),
        ("stateExam", "Подготовка к ЕГЭ"),
        ("giftedStudents", "Работа с одарёнными детьми, олимпиады"),
        ("underachievers", "Сопровождение неуспевающих"),
        ("differentiatedTasks", "Дифференциация заданий"),
        ("functionalLiteracy", "Формирование функциональной грамотности"),
        ("laboratoryPractice", "Лабораторный практикум и техника безопасности"),
        ("projectWork", "Организация проектной деятельности"),
        ("electronicJournal", "Ведение электронного журнала и документации"),
        ("workProgram", "Составление рабочей программы и КТП"),
        ("homeroomPlan", "Классное руководство: план воспитательной работы"),
        ("parentMeeting", "Проведение родительского собрания"),
        ("parentConflicts", "Разрешение конфликтов с родителями"),
        ("digitalPlatforms", "Использование цифровых платформ и ЭОР"),
        ("distanceLearning", "Дистанционное обучение"),
        ("nationalTestsAnalysis", "Анализ результатов ВПР"),
        ("lessonSelfAnalysis", "Самоанализ урока"),
        ("bullyingPrevention", "Профилактика буллинга"),
        ("careerGuidance", "Профориентация обучающихся"),
        ("certification", "Подготовка к аттестации на категорию"),
        ("professionalContests", "Участие в конкурсах профмастерства"),
        ("publicSpeaking", "Публичное выступление и мастер-класс"),
        ("preschoolRoutine", "Организация режимных моментов и развивающей среды в группе детского сада"),
        ("burnoutPrevention", "Профилактика выгорания и распределение времени"),
    ];

    private static readonly (string Code, string Name)[] StudentTopics =
    [
        ("subjectGaps", "Пробелы по предмету"),
        ("anxietyAndSelfEsteem", "Тревожность и самооценка"),
        ("projectPreparation", "Подготовка проекта"),
        ("professionChoice", "Выбор профессии"),
        ("newClassAdaptation", "Адаптация в новом классе"),
        ("leadership", "Развитие лидерских качеств"),
    ];

    private static IEnumerable<ReferenceItem> List(
        ReferenceList list,
        (string Code, string Name)[] entries,
        ReferenceData? data = null,
        int after = 0
    ) =>
        entries.Select(
            (entry, i) =>
                new ReferenceItem
                {
                    List = list,
                    Code = entry.Code,
                    Name = entry.Name,
                    Data = data ?? new ReferenceData(),
                    Sort = after + i + 1,
                }
        );
}
