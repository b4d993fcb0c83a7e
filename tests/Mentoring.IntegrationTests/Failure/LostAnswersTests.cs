using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>The first answer to every single write is lost after its commit; each effect is there once all the same.</summary>
public sealed class LostAnswersTests(PairsApp app, ITestOutputHelper output) : IClassFixture<PairsApp>
{
    private const int Operations = 300;
    private const int Pairs = 30;

    [Fact]
    public async Task Whoever_asks_again_changes_nothing_a_second_time()
    {
        var pair = await WorkingPair.In(app);
        var mentees = await app.AddMentees(Pairs);
        var mentors = new[] { await app.AddMentor(capacity: 15), await app.AddMentor(capacity: 15) };
        var records = new StoredRecords(app);
        await records.Begin();
        await using var door = await FrontDoor.Open(app.Address);
        using var curator = new ApiClient(door.Address, TestTree.School);
        await curator.SignIn(TestTree.Login("curator", TestTree.School), TestTree.Password);
        door.LosesFirstAnswers = true;
        var ledger = new Ledger();
        var people = mentees.Select((mentee, n) => (mentors[n % 2].ProfileId, mentee));

        var writers = new Writers(curator, pair, ledger).StartFacts(4).StartPrograms(3, people);
        await writers.UntilAcknowledged(Operations);
        await writers.Finish();

        var findings = await ledger.Compare(app.Database);
        output.WriteLine($"{ledger.Count} operations, {door.Lost} answers lost, {findings.Twice.Count} twice");
        door.Lost.ShouldBe(ledger.Count, "every single answer was lost once");
        findings.Lost.ShouldBeEmpty();
        findings.Twice.ShouldBeEmpty();
        findings.Unknown.ShouldBeEmpty();
        (await records.FindHalves()).ShouldBeEmpty();
    }
}
