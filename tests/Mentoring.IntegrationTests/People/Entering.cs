using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.People;

/// <summary>Bodies that work, of people who are all different.</summary>
internal static class Entering
{
    private static int count;

    public static object Person(string born = "1985-05-05", string? family = null) =>
        new
        {
            familyName = family ?? "Пробина" + Letters(),
            givenName = "Вера",
            patronymic = "Олеговна",
            birthDate = born,
        };

    public static Dictionary<string, object?> Mentor(object? person = null) =>
        new()
        {
            ["person"] = person ?? Person(),
            ["position"] = "учитель физики",
            ["positionCode"] = "teacher",
            ["subjectCodes"] = new[] { "physics" },
            ["competenceCodes"] = new[] { "modernLesson", "mediation" },
            ["capacity"] = 2,
            ["isEmployee"] = true,
        };

    public static Dictionary<string, object?> Mentee(object? person = null) =>
        new()
        {
            ["person"] = person ?? Person("1999-01-01"),
            ["categoryCode"] = "earlyCareerEducator",
            ["position"] = "учитель",
            ["requests"] = new[] { new { topicCode = "classDiscipline", text = "6 класс" } },
        };

    public static Dictionary<string, object?> Minor(string born = "2013-02-02") =>
        new()
        {
            ["person"] = Person(born),
            ["categoryCode"] = "student",
            ["schoolClass"] = "7Б",
            ["requests"] = new[] { new { topicCode = "subjectGaps" } },
            ["legalRepresentative"] = new { relation = "parent", person = Person("1984-03-03") },
        };

    /// <summary>The card alone, as it is edited: who it is, and who stands for him, is said elsewhere.</summary>
    public static Dictionary<string, object?> CardOf(Dictionary<string, object?> entered) =>
        entered.Where(e => e.Key is not ("person" or "legalRepresentative")).ToDictionary();

    public static Dictionary<string, object?> Consent(
        JsonNode personId,
        string givenOn = "2026-04-01",
        string validUntil = "2026-08-31"
    ) =>
        new()
        {
            ["personId"] = (Guid)personId!,
            ["textVersion"] = "2025-09",
            ["scope"] = "participation",
            ["givenOn"] = givenOn,
            ["validUntil"] = validUntil,
            ["subjectSigned"] = true,
        };

    /// <summary>A mentor whom the head has taken into the bank.</summary>
    public static async Task<JsonNode> MentorInBank(TestApp app, object? person = null)
    {
        var curator = await app.As("curator", TestTree.School);
        var head = await app.As("headOfOrganization", TestTree.School);
        var added = await curator.Do("~/mentors", Mentor(person));
        await curator.Do("~/consents", Consent(added["personId"]!));
        return await head.Do($"~/mentors/{added["id"]}/admission", version: 2);
    }

    /// <summary>A number as letters, for names.</summary>
    private static string Letters()
    {
        var letters = "";
        for (var n = Interlocked.Increment(ref count); n > 0; n /= 26)
            letters += (char)('а' + n % 26);
        return letters;
    }
}
