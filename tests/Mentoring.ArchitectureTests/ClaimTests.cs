using System.Text.RegularExpressions;

namespace Mentoring.ArchitectureTests;

/// <summary>Who may say that a requirement is proven.</summary>
public sealed partial class ClaimTests
{
    private static readonly string[] Files =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Sources.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f) != "ClaimTests.cs"),
    ];

    /// <summary>A claim of a class would make each of its tests prove a sentence that most of them do not assert.</summary>
    [Fact]
    public void A_claim_belongs_to_a_test_and_not_to_a_class()
    {
        Files.Count(f => File.ReadAllText(f).Contains("Trait(\"covers\"")).ShouldBeGreaterThan(10);

        Files.Where(f => ClaimOfClass().IsMatch(File.ReadAllText(f))).Select(Path.GetFileName).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[Trait(\"covers\", \"S0-1\")]\npublic sealed class SomeTests(App app) : IClassFixture<App>")]
    [InlineData(
        "[Trait(\"covers\", \"S0-1\"), Trait(\"covers\", \"S0-2\")]\n[Collection(\"x\")]\npublic class SomeTests"
    )]
    [InlineData("[Collection(\"x\")]\n[Trait(\"covers\", \"S0-1\")]\ninternal sealed partial class SomeTests")]
    public void A_claim_of_a_class_is_seen(string code) => ClaimOfClass().IsMatch(code).ShouldBeTrue();

    /// <summary>A test that names many ids asserts a little of each and proves none.</summary>
    [Fact]
    public void A_test_names_at_most_three_claims()
    {
        var tests = Files.SelectMany(f => ClaimsOfDeclarations(File.ReadAllText(f)).Select(n => (File: f, Claims: n)));
        tests.Sum(t => t.Claims).ShouldBe(Files.Sum(f => Claim().Count(File.ReadAllText(f))));

        tests.Where(t => t.Claims > 3).Select(t => $"{Path.GetFileName(t.File)}: {t.Claims}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[Trait(\"covers\", \"A\"), Trait(\"covers\", \"B\")]\n[Trait(\"covers\", \"C\")]\n[InlineData(1)]", 3)]
    [InlineData(
        "[Trait(\"covers\", \"A\")]\n[Trait(\"covers\", \"B\"), Trait(\"covers\", \"C\"), Trait(\"covers\", \"D\")]",
        4
    )]
    public void The_claims_of_a_test_are_counted(string attributes, int claims) =>
        ClaimsOfDeclarations(
                $"public class SomeTests\n{{\n{attributes}\npublic void One() {{}}\n{attributes}\npublic void Two() {{}}\n}}"
            )
            .ShouldBe([0, claims, claims, 0]);

    /// <summary>The attributes of a test stand between the word that opens its declaration and the one before.</summary>
    private static IEnumerable<int> ClaimsOfDeclarations(string code) =>
        Modifier().Split(code).Select(between => Claim().Count(between));

    [GeneratedRegex(@"\bTrait\(""covers""")]
    private static partial Regex Claim();

    [GeneratedRegex(@"^\s*(?:public|internal|private|protected)\s", RegexOptions.Multiline)]
    private static partial Regex Modifier();

    [GeneratedRegex(
        @"Trait\(""covers""[^\n]*\]\s*(\[[^\n]*\]\s*)*((public|internal|sealed|partial|abstract|static)\s+)+class\b"
    )]
    private static partial Regex ClaimOfClass();
}
