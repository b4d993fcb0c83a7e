namespace Mentoring.IntegrationTests.Harness;

/// <summary>Bodies of requests about invented people.</summary>
public static class TestPeople
{
    /// <summary>Body of <c>addMentor</c> that needs no reference list.</summary>
    public static object Mentor(string familyName, int capacity = 2) =>
        new
        {
            person = Person(familyName, new DateOnly(1980, 2, 3)),
            position = "учитель",
            subjectCodes = Array.Empty<string>(),
            competenceCodes = Array.Empty<string>(),
            capacity,
            isEmployee = true,
        };

    public static object Person(string familyName, DateOnly birthDate) =>
        new
        {
            familyName,
            givenName = "Пробный",
            patronymic = "Иванович",
            birthDate,
        };
}
