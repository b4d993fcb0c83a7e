using System.Text.Json.Nodes;
using Mentoring.Host.Demo;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Contract;

/// <summary>The contract that is committed, and the one that the running server shows.</summary>
public sealed class ContractTests(TestApp app) : IClassFixture<TestApp>
{
    /// <summary>Kept for ever: clients call them by these names.</summary>
    private static readonly string[] Kept =
    [
        .. "signIn signOut getSession getBoard listOrganizations inviteToAccount acceptInvitation".Split(' '),
        .. "addMentor listMentors admitMentor addMentee listMentees admitMentee".Split(' '),
        .. "recordConsent withdrawConsent proposePair agreeToPair declinePair listPairs getPair closePair".Split(' '),
        .. "draftPairOrder signOrder acknowledgeOrder getOrderDocument recordAddendum".Split(' '),
        .. "draftProgram editProgram agreeToProgram approveProgram getProgram".Split(' '),
        .. "logMeeting listMeetings completeActivity getMunicipalDashboard getRegionalDashboard".Split(' '),
    ];

    private static readonly string Committed = Path.Combine(
        RepositoryFolder.Find(),
        "openapi",
        "mentoring-platform.v1.json"
    );

    [Fact, Trait("covers", "C-66")]
    public async Task The_committed_contract_is_what_the_server_shows()
    {
        using var nobody = app.Nobody();
        var shown = (await nobody.Get("/openapi/mentoring-platform.v1.json")).Text;

        shown.ShouldBe(await File.ReadAllTextAsync(Committed, TestContext.Current.CancellationToken));
        ((string)JsonNode.Parse(shown)!["openapi"]!).ShouldStartWith("3.1");
    }

    [Fact]
    public async Task Operations_that_clients_know_stay()
    {
        var operations = (await Operations()).Select(o => (string)o["operationId"]!).ToHashSet();

        Kept.Except(operations).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_who_may_call_it_and_what_can_go_wrong()
    {
        var operations = await Operations();
        operations.Count.ShouldBeGreaterThanOrEqualTo(Kept.Length);

        foreach (var operation in operations)
        {
            var id = (string)operation["operationId"]!;
            ((string?)operation["summary"]).ShouldNotBeNullOrWhiteSpace(id);
            ((string?)operation["x-permission"]).ShouldNotBeNullOrWhiteSpace(id);
            if (operation["requestBody"] is { } body)
                body["content"]!["application/json"]!["example"].ShouldNotBeNull(id);
            var answers = operation["responses"]!.AsObject();
            var done = answers.Single(a => a.Key[0] == '2').Value!;
            if (done["content"]?["application/json"] is { } json)
                json["example"].ShouldNotBeNull(id);
            foreach (var (status, answer) in answers.Where(a => a.Key[0] != '2'))
                answer!["x-codes"]!.AsArray().ShouldNotBeEmpty($"{id} {status}");
        }
    }

    private async Task<IReadOnlyList<JsonNode>> Operations()
    {
        using var nobody = app.Nobody();
        var contract = await nobody.See("/openapi/mentoring-platform.v1.json");
        return [.. contract["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(m => m.Value!)];
    }
}
