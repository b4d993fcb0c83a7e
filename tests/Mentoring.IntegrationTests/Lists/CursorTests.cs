using System.Net;
using System.Text.RegularExpressions;
using Mentoring.IntegrationTests.Fuzz;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.People;
using Mentoring.IntegrationTests.Programs;
using Mentoring.Platform;

namespace Mentoring.IntegrationTests.Lists;

/// <summary>Where a list goes on: each list takes what it has given, in every order, and nothing else.</summary>
public sealed partial class CursorTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact]
    public async Task A_list_takes_every_cursor_that_it_has_given()
    {
        await Furnish();
        var followed = 0;
        var contract = await FuzzContract.Read(app);
        var lists = contract.Operations.Where(o => o.Query.Any(q => q.Name == "cursor")).ToList();
        lists.ShouldNotBeEmpty();
        foreach (var list in lists)
        {
            var tenant = list.Level switch
            {
                "municipality" => TestTree.Municipality,
                "region" => TestTree.Region,
                _ => TestTree.School,
            };
            var role = MentoringRoles.Catalog.All.First(r =>
                r.Level.ToString().Equals(list.Level, StringComparison.OrdinalIgnoreCase)
                && r.Permissions.Contains(list.Permission)
            );
            var caller = await app.As(role.Code, tenant);
            var path = AnyId().Replace(list.Path, tenant.ToString());
            var orders = (string)(await caller.Get($"{path}?sort=none")).Json["errors"]![0]!["message"]!;
            foreach (var order in orders[(orders.IndexOf(':') + 1)..].TrimEnd('.').Split(','))
            foreach (var sign in new[] { "", "-" })
            {
                var address = $"{path}?limit=1&sort={sign}{order.Trim()}";
                var cursor = (string?)(await caller.See(address))["nextCursor"];
                for (var page = 0; page < 5 && cursor is not null; page++, followed++)
                {
                    cursor.Length.ShouldBeLessThanOrEqualTo(4000);
                    cursor = (string?)(await caller.See($"{address}&cursor={cursor}"))["nextCursor"];
                }
            }
        }
        followed.ShouldBeGreaterThan(lists.Count);
    }

    [Fact]
    public async Task Addresses_hold_no_names()
    {
        await Furnish();
        var page = await (await app.Curator).See("~/people?limit=1&sort=name");
        var cursor = (string)page["nextCursor"]!;

        var bytes = Convert.FromBase64String(Padded(cursor));
        System.Text.Encoding.UTF8.GetString(bytes).ShouldNotContain("ж", Case.Insensitive);
        System.Text.Encoding.UTF8.GetString(bytes).ShouldNotContain("u04");
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_list_its_order_and_its_tenant()
    {
        await Furnish();
        var curator = await app.Curator;
        var cursor = (string)(await curator.See("~/people?limit=1&sort=name"))["nextCursor"]!;

        (await curator.Get($"~/mentors?sort=name&cursor={cursor}")).ShouldBe(
            HttpStatusCode.BadRequest,
            "request.malformed"
        );
        (await curator.Get($"~/people?sort=-name&cursor={cursor}")).ShouldBe(
            HttpStatusCode.BadRequest,
            "request.malformed"
        );
        var neighbour = await app.As("curator", TestTree.SiblingSchool);
        var refused = await neighbour.Get($"~/people?sort=name&cursor={cursor}");
        refused.ShouldBe(HttpStatusCode.BadRequest, "request.malformed");
        ((string)refused.Json["errors"]![0]!["pointer"]!).ShouldBe("/cursor");
    }

    /// <summary>Several of each, with the longest words that fields take.</summary>
    private async Task Furnish()
    {
        var curator = await app.Curator;
        for (var i = 0; i < 3; i++)
        {
            var body = Entering.Mentor(Named('ж', i));
            body["position"] = new string('щ', 200);
            await curator.Do("~/mentors", body);
            body = Entering.Mentee(Named('я', i));
            body["position"] = new string('ы', 200);
            await curator.Do("~/mentees", body);
            await app.Agreed(await app.AddMentor(), await app.AddMentee());
        }
        await WorkingPair.In(app);
        await WorkingPair.In(app);
    }

    private static int count;

    private static object Named(char letter, int i) =>
        new
        {
            familyName = new string(letter, 99 - i),
            givenName = new string(letter, 100),
            patronymic = new string(letter, 100),
            birthDate = new DateOnly(1960, 1, 1).AddDays(Interlocked.Increment(ref count)),
        };

    private static string Padded(string base64Url) =>
        base64Url.Replace('-', '+').Replace('_', '/').PadRight((base64Url.Length + 3) / 4 * 4, '=');

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex AnyId();
}
