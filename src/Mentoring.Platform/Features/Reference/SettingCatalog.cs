using System.Text.Json;
using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Reference;

/// <summary>Whose signature a minor's consent to the processing of personal data needs.</summary>
public enum MinorConsentRule
{
    /// <summary>Under 14 the representative's, from 14 to 17 both.</summary>
    RepresentativeUnder14ThenBoth,

    /// <summary>Under 14 the representative's, from 14 one's own.</summary>
    OwnFrom14,

    /// <summary>The representative's until 18.</summary>
    RepresentativeForAllMinors,
}

/// <summary>Who approves a program that its members have agreed on.</summary>
public enum ProgramApprover
{
    Curator,
    MentorCouncil,
    HeadOrder,
}

/// <summary>A setting: its key, what it may be, what it is while nobody has said anything.</summary>
/// <param name="Words">Possible words; empty for a number.</param>
/// <param name="OfHead">It decides on law or orders: the head's to change, not the curator's.</param>
public sealed record SettingDefinition(
    string Key,
    string Default,
    IReadOnlyList<string> Words,
    int Lowest,
    int Highest,
    bool OfHead
)
{
    /// <summary>Whether this JSON is a possible value.</summary>
    public bool Allows(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => Words.Contains(value.GetString(), StringComparer.Ordinal),
            JsonValueKind.Number => Words.Count == 0 && value.TryGetInt32(out var n) && n >= Lowest && n <= Highest,
            _ => false,
        };
}

/// <summary>All settings. Region, municipality and organization may each set their own; the nearest counts.</summary>
public static class SettingCatalog
{
    public static readonly SettingDefinition MinorConsentRule = Word(
        "minorConsentRule",
        Reference.MinorConsentRule.RepresentativeUnder14ThenBoth,
        ofHead: true
    );
    public static readonly SettingDefinition ProgramApprover = Word(
        "programApprover",
        Reference.ProgramApprover.Curator,
        ofHead: true
    );
    public static readonly SettingDefinition ProgramMinMonths = Number("programMinMonths", 3, 1, 12, ofHead: true);
    public static readonly SettingDefinition ProgramMaxMonths = Number("programMaxMonths", 12, 1, 36, ofHead: true);
    public static readonly SettingDefinition ConsentExpiresSoonDays = Number("consentExpiresSoonDays", 30, 1, 180);
    public static readonly SettingDefinition PairSilentAfterDays = Number("pairSilentAfterDays", 21, 1, 180);
    public static readonly SettingDefinition ProgramEndsSoonDays = Number("programEndsSoonDays", 14, 1, 90);
    public static readonly SettingDefinition ActivityDueSoonDays = Number("activityDueSoonDays", 7, 1, 60);

    /// <summary>For how many days the author of a meeting's entry may correct it.</summary>
    public static readonly SettingDefinition MeetingCorrectionDays = Number("meetingCorrectionDays", 7, 1, 60);

    public static readonly IReadOnlyList<SettingDefinition> All =
    [
        MinorConsentRule,
        ProgramApprover,
        ProgramMinMonths,
        ProgramMaxMonths,
        ConsentExpiresSoonDays,
        PairSilentAfterDays,
        ProgramEndsSoonDays,
        ActivityDueSoonDays,
        MeetingCorrectionDays,
    ];

    private static SettingDefinition Word<T>(string key, T value, bool ofHead)
        where T : struct, Enum =>
        new(
            key,
            JsonSerializer.Serialize(EnumText<T>.Write(value)),
            [.. Enum.GetValues<T>().Select(EnumText<T>.Write)],
            0,
            0,
            ofHead
        );

    private static SettingDefinition Number(string key, int value, int lowest, int highest, bool ofHead = false) =>
        new(key, JsonSerializer.Serialize(value), [], lowest, highest, ofHead);
}
