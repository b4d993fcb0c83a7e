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

    [GeneratedRegex(
        @"Trait\(""covers""[^\n]*\]\s*(\[[^\n]*\]\s*)*((public|internal|sealed|partial|abstract|static)\s+)+class\b"
    )]
    private static partial Regex ClaimOfClass();
}
