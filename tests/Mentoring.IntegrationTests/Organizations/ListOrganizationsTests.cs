using System.Net;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Organizations;

public sealed class ListOrganizationsTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    [Trait("covers", "C-6")]
    public async Task A_municipality_sees_its_own_organizations_only()
    {
        var office = await app.As("municipalMethodologist", TestTree.Municipality);

        var list = await office.See("~/organizations");

        Names(list).ShouldBe(["school", "siblingSchool"]);
        ((int)list["total"]!).ShouldBe(2);
        list["nextCursor"].ShouldBeNull();
    }

    [Fact]
    public async Task Pages_follow_each_other_in_both_directions_without_gaps_or_doubles()
    {
        var office = await app.As("municipalMethodologist", TestTree.Municipality);

        foreach (
            var (sort, expected) in new[]
            {
                ("shortName", "school siblingSchool"),
                ("-shortName", "siblingSchool school"),
            }
        )
        {
            var first = await office.See($"~/organizations?limit=1&sort={sort}");
            var second = await office.See($"~/organizations?limit=1&sort={sort}&cursor={first["nextCursor"]}");

            string.Join(' ', Names(first).Concat(Names(second))).ShouldBe(expected);
            second["nextCursor"].ShouldBeNull();
        }
    }

    [Fact]
    public async Task Words_are_found_by_their_beginnings_whatever_their_case()
    {
        var office = await app.As("municipalMethodologist", TestTree.Municipality);

        Names(await office.See("~/organizations?q=SIBL")).ShouldBe(["siblingSchool"]);
        Names(await office.See("~/organizations?q=ling")).ShouldBeEmpty();
        Names(await office.See("~/organizations?q=%25")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("limit=0", "request.invalid")]
    [InlineData("limit=201", "request.invalid")]
    [InlineData("limit=many", "request.malformed")]
    [InlineData("sort=passwordHash", "request.invalid")]
    [InlineData("cursor=nonsense", "request.malformed")]
    [InlineData("cursor=0", "request.malformed")]
    public async Task What_a_list_does_not_know_is_refused(string query, string code)
    {
        var office = await app.As("municipalMethodologist", TestTree.Municipality);

        (await office.Get($"~/organizations?{query}")).ShouldBe(HttpStatusCode.BadRequest, code);
    }

    private static IEnumerable<string> Names(System.Text.Json.Nodes.JsonNode list) =>
        list["items"]!.AsArray().Select(o => (string)o!["shortName"]!);
}
