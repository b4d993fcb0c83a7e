using Mentoring.Platform.Features.Board;
using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.UnitTests.Pairs;

namespace Mentoring.UnitTests.Board;

/// <summary>Those who look at a board, and what they may find there.</summary>
internal static class SampleBoards
{
    public static readonly DateOnly Today = SamplePairs.Day;

    /// <summary>Somebody who is no person of the organization and may do this.</summary>
    public static BoardDay Staff(params string[] permissions) => Day(null, [], permissions);

    /// <summary>A person who may do this.</summary>
    public static BoardDay Person(Guid personId, params string[] permissions) => Day(personId, [], permissions);

    public static BoardDay Day(Guid? personId, Guid[] represents, params string[] permissions) =>
        new(
            new PairActor(
                new Actor(Guid.CreateVersion7(), personId, permissions.ToHashSet(StringComparer.Ordinal)),
                represents.ToHashSet()
            ),
            Today,
            SettingValues.Default
        );

    /// <summary>A pair of two grown-ups whose consents are fine.</summary>
    public static BoardPair Pair(
        MentoringTeam team,
        DateOnly? menteeBorn = null,
        IReadOnlyList<BoardProgram>? programs = null,
        params HeldMeeting[] held
    ) =>
        new(
            team,
            IsInOrder: false,
            IsSingleMeeting: false,
            new FactsOfPairs(
                new[]
                {
                    Card(SamplePairs.Mentor, "Раздольная", new DateOnly(1980, 1, 1)),
                    Card(SamplePairs.Mentee, "Клюев", menteeBorn ?? new DateOnly(2000, 1, 1)),
                }.ToDictionary(c => c.PersonId),
                new[] { SamplePairs.Mentor, SamplePairs.Mentee }.ToLookup(
                    id => id,
                    _ => new ConsentFacts(Today.AddYears(-1), Today.AddYears(1), true, true, null)
                ),
                SettingValues.Default.MinorConsentRule
            ),
            programs ?? [],
            held
        );

    public static MemberCard Card(Guid id, string familyName, DateOnly birthDate) =>
        new(id, familyName, "Ефим", null, birthDate, false, "учитель", null, "9В");

    public static BoardKind[] Kinds(IEnumerable<BoardLine> lines) => [.. lines.Select(l => l.Kind)];
}
