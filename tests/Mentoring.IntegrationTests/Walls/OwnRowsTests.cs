using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;

namespace Mentoring.IntegrationTests.Walls;

/// <summary>The same question in two schools has two answers.</summary>
public sealed class OwnRowsTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact]
    [Trait("covers", "C-64")]
    public async Task Each_school_lists_its_own_people()
    {
        await app.AddMentor("Первошколова", tenant: TestTree.School);
        await app.AddMentor("Второшколова", tenant: TestTree.SiblingSchool);

        foreach (var list in new[] { "~/people", "~/mentors" })
        {
            var here = await (await app.As("curator", TestTree.School)).Get(list);
            var there = await (await app.As("curator", TestTree.SiblingSchool)).Get(list);

            here.Text.ShouldContain("Первошколова", customMessage: list);
            here.Text.ShouldNotContain("Второшколова", customMessage: list);
            there.Text.ShouldContain("Второшколова", customMessage: list);
            there.Text.ShouldNotContain("Первошколова", customMessage: list);
        }
    }
}
