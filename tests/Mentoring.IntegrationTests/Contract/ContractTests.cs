using System.Net;
using System.Text.Json.Nodes;
using Mentoring.Host.Demo;
using Mentoring.IntegrationTests.Harness;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Mentoring.IntegrationTests.Contract;

/// <summary>The contract that is committed, and the one that the running server shows.</summary>
public sealed class ContractTests(ContractApp app) : IClassFixture<ContractApp>
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

    /// <summary>Making it takes a processor as long as a hundred requests, and anybody may ask for it.</summary>
    [Fact]
    public async Task The_contract_is_made_once_and_whoever_has_it_is_sent_nothing()
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        var address = new Uri("/openapi/mentoring-platform.v1.json", UriKind.Relative);

        var visitors = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => http.GetAsync(address)));

        app.Made.ShouldBe(1);
        var tag = visitors[0].Headers.ETag.ShouldNotBeNull();
        visitors.ShouldAllBe(v => v.StatusCode == HttpStatusCode.OK && Equals(v.Headers.ETag, tag));
        http.DefaultRequestHeaders.IfNoneMatch.Add(tag);
        using var again = await http.GetAsync(address, TestContext.Current.CancellationToken);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        app.Made.ShouldBe(1);
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

/// <summary>Counts how often the contract is made.</summary>
public sealed class ContractApp(TestPostgres postgres) : TestApp(postgres)
{
    private int made;

    public int Made => made;

    protected override void Configure(IServiceCollection services)
    {
        var real = services.Last(s => s.ServiceType == typeof(ISwaggerProvider)).ImplementationFactory!;
        services.AddTransient<ISwaggerProvider>(sp => new Counted((ISwaggerProvider)real(sp), this));
    }

    private sealed class Counted(ISwaggerProvider real, ContractApp app) : ISwaggerProvider
    {
        public OpenApiDocument GetSwagger(string documentName, string? host = null, string? basePath = null)
        {
            Interlocked.Increment(ref app.made);
            return real.GetSwagger(documentName, host, basePath);
        }
    }
}
