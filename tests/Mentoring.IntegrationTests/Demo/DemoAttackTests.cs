using System.Text.Json.Nodes;
using Mentoring.Host.Demo;
using Mentoring.Host.Demo.Region;
using Mentoring.IntegrationTests.Figures;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Data;
using Mentoring.UnitTests.Figures;

namespace Mentoring.IntegrationTests.Demo;

/// <summary>The demo region's pages of figures, read to the end.</summary>
public sealed class DemoAttackTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static readonly string[] below = ["gorod.imc", "lug.imo"];

    /// <summary>All pages of the region and of two of its municipalities, as one account with three memberships sees them.</summary>
    [Fact]
    [Trait("covers", "C-55")]
    public async Task No_small_count_of_the_demo_region_follows_from_all_pages_together()
    {
        var region = DemoRegion.Region.Id;
        using var client = new ApiClient(app.Address);
        await client.SignIn("region.op", DemoTree.Password);
        var top = await client.See($"/api/v1/regions/{region}/dashboard");
        var pages = new List<JsonNode>();
        foreach (var row in top["municipalities"]!.AsArray())
            pages.Add(await client.See($"/api/v1/regions/{region}/municipalities/{row!["municipalityId"]}/dashboard"));
        var own = new List<JsonNode>();
        foreach (var login in below)
            own.Add(await OwnPage(login));

        var reader = await Read(top, pages.Concat(own).ToList());

        var secrets = reader.Rows.SelectMany(Secret.Counts).ToList();
        secrets.Count.ShouldBeGreaterThan(10);
        secrets.Where(new BoundsAttack(reader).Finds).ShouldBeEmpty();
        secrets.Where(new CoverageAttack(reader).Finds).ShouldBeEmpty();
        reader.Rows.Count(r => r.Hidden.Count < Tables.Groups.Length).ShouldBeGreaterThan(1);
    }

    private async Task<JsonNode> OwnPage(string login)
    {
        using var client = new ApiClient(app.Address);
        var session = await client.SignIn(login, DemoTree.Password);
        return await client.See($"/api/v1/municipalities/{session.Json["memberships"]![0]!["tenantId"]}/dashboard");
    }

    private async Task<Reader> Read(JsonNode top, IReadOnlyList<JsonNode> pages)
    {
        var shown = new Dictionary<Guid, List<JsonNode>> { [Id(top["tenant"]!["id"])] = [top["totals"]!] };
        var parents = new Dictionary<Guid, Guid>();
        void See(Guid tenant, Guid parent, JsonNode figures)
        {
            parents[tenant] = parent;
            if (!shown.TryAdd(tenant, [figures]))
                shown[tenant].Add(figures);
        }
        foreach (var row in top["municipalities"]!.AsArray())
            See(Id(row!["municipalityId"]), DemoRegion.Region.Id, row["figures"]!);
        foreach (var page in pages)
        {
            var municipality = Id(page["tenant"]!["id"]);
            See(municipality, DemoRegion.Region.Id, page["totals"]!);
            foreach (var row in page["organizations"]!.AsArray())
                See(Id(row!["organizationId"]), municipality, row["figures"]!);
        }
        async Task<SeenRow> Row(Guid tenant)
        {
            var children = new List<SeenRow>();
            foreach (var child in parents.Where(p => p.Value == tenant))
                children.Add(await Row(child.Key));
            return new SeenRow(
                tenant,
                parents.TryGetValue(tenant, out var parent) ? parent : null,
                await Counts(tenant),
                Hidden(shown[tenant])
            )
            {
                Below = children,
            };
        }
        var region = await Row(DemoRegion.Region.Id);
        return new Reader([region, .. region.Below, .. region.Below.SelectMany(m => m.Below)]);
    }

    private async Task<FigureCounts> Counts(Guid tenant)
    {
        var written = (await Recount.Written(app.Database, tenant))!;
        var counts = new FigureCounts();
        foreach (var column in typeof(FigureCounts).GetProperties())
            column.SetValue(counts, written[SnakeCase.From(column.Name)]);
        return counts;
    }

    /// <summary>What no page shows; a page that hides a count hides the size of the group with it.</summary>
    private static HashSet<TargetGroup> Hidden(List<JsonNode> figures)
    {
        var hidden = Tables.Groups.ToHashSet();
        foreach (var group in figures.SelectMany(f => f["coverage"]!.AsArray()))
        {
            var isHidden = (bool)group!["hidden"]!;
            (group["participants"] is null).ShouldBe(isHidden);
            (group["total"] is null).ShouldBe(isHidden);
            if (!isHidden)
                hidden.Remove(Enum.Parse<TargetGroup>((string)group["targetGroup"]!, ignoreCase: true));
        }
        return hidden;
    }

    private static Guid Id(JsonNode? id) => (Guid)id!;
}
