using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Figures;

/// <summary>A school with one pair at work, whose mentor's name is nobody's else.</summary>
public sealed class OnePairApp(TestPostgres postgres) : PairsApp(postgres)
{
    public const string MentorName = "Скрытнова";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var mentor = await AddMentor(MentorName, isEmployee: false);
        var pair = await WorkingPair.Of(this, mentor, await AddMentee(), "traditional");
        await pair.Draft();
        await DoWork();
    }
}

public sealed class DashboardTests(OnePairApp app) : IClassFixture<OnePairApp>
{
    [Fact]
    [Trait("covers", "C-53")]
    public async Task Municipality_and_region_see_figures_and_no_names()
    {
        var methodologist = await app.As("municipalMethodologist", TestTree.Municipality);
        var region = await app.As("regionalOperator", TestTree.Region);

        var own = await methodologist.Get("~/dashboard");
        var regional = await region.Get("~/dashboard");
        var below = await region.Get($"~/municipalities/{TestTree.Municipality}/dashboard");

        var school = Row(own.Json, "organizations", "organizationId", TestTree.School);
        ((int)school["activePairs"]!).ShouldBeGreaterThan(0);
        ((int)school["participants"]!).ShouldBeGreaterThan(1);
        ((int)own.Json["totals"]!["organizations"]!).ShouldBe(2);
        ((string)own.Json["schoolYear"]!).ShouldBe("2025/2026");
        own.Json["computedAt"].ShouldNotBeNull();
        ((int)Row(regional.Json, "municipalities", "municipalityId", TestTree.Municipality)["activePairs"]!).ShouldBe(
            (int)school["activePairs"]!
        );
        ((int)regional.Json["totals"]!["organizations"]!).ShouldBe(3);
        Row(below.Json, "organizations", "organizationId", TestTree.School)["activePairs"]!
            .ToJsonString()
            .ShouldBe(school["activePairs"]!.ToJsonString());
        foreach (var answer in new[] { own, regional, below })
        {
            answer.Text.ShouldNotContain(OnePairApp.MentorName);
            answer.Text.ShouldNotContain("Нестругин");
        }
    }

    [Fact]
    [Trait("covers", "C-55")]
    public async Task Small_groups_are_hidden_above_the_school_and_exact_in_it()
    {
        var methodologist = await app.As("municipalMethodologist", TestTree.Municipality);

        var above = Coverage(
            Row(await methodologist.See("~/dashboard"), "organizations", "organizationId", TestTree.School)
        );
        var own = Coverage((await (await app.Head).See("~/figures"))["figures"]!);

        above["participants"].ShouldBeNull();
        ((bool)above["hidden"]!).ShouldBeTrue();
        above["percent"].ShouldBeNull();
        above["isReached"].ShouldBeNull();
        ((int)above["total"]!).ShouldBe(6);
        ((int)own["participants"]!).ShouldBe(1);
        ((bool)own["hidden"]!).ShouldBeFalse();
    }

    /// <summary>The region reads no organizations: the job that sums them up leaves word of what they need hidden.</summary>
    [Fact]
    [Trait("covers", "C-55")]
    public async Task What_a_municipality_must_hide_is_written_with_its_sums_and_hidden_in_the_region()
    {
        // Three educators are no beginners, so one of both counts is hidden; nobody else in the municipality has beginners.
        await Count(TestTree.School, "early_career_mentees = 22, educators = 25, mentees = 60, mentors = 20");
        await Count(TestTree.SiblingSchool, "early_career_mentees = 0, educators = 20, mentees = 60, mentors = 20");
        await Count(TestTree.CousinSchool, "early_career_mentees = 30, educators = 60, mentees = 60, mentors = 20");
        await SumUp();
        (await Protected()).ShouldBe(["earlyCareerEducators"]);
        var region = await app.As("regionalOperator", TestTree.Region);
        (await HiddenOf(TestTree.Municipality)).ShouldBe(["earlyCareerEducators"]);
        (await HiddenOf(TestTree.SiblingMunicipality)).ShouldBe(["earlyCareerEducators"]);

        await Count(TestTree.School, "early_career_mentees = 12, educators = 25, mentees = 60, mentors = 20");
        await SumUp();
        (await Protected()).ShouldBeEmpty();
        (await HiddenOf(TestTree.Municipality)).ShouldBeEmpty();
        (await HiddenOf(TestTree.SiblingMunicipality)).ShouldBeEmpty();

        await Ask("organization.changed", "", TestTree.School, TestTree.SiblingSchool, TestTree.CousinSchool);

        async Task<string[]> HiddenOf(Guid municipality) =>
            [
                .. Row(await region.See("~/dashboard"), "municipalities", "municipalityId", municipality)["coverage"]!
                    .AsArray()
                    .Where(c => (bool)c!["hidden"]!)
                    .Select(c => (string)c!["targetGroup"]!),
            ];
    }

    private async Task<string[]> Protected() =>
        (
            await app.Database.Scalar<string[]>(
                $"SELECT protected_groups FROM mentoring.tenant_figures WHERE tenant_id = '{TestTree.Municipality}'"
            )
        )!;

    /// <summary>Writes what the worker would have found in the organization.</summary>
    private Task Count(Guid organization, string figures) =>
        app.Database.Execute(
            $"""
            UPDATE mentoring.tenant_figures SET student_mentees = 0, student_mentors = 0, parents = 0, participants = 90,
              {figures} WHERE tenant_id = '{organization}'
            """
        );

    private Task SumUp() => Ask("figures.childrenChanged", "2025", TestTree.Municipality, TestTree.SiblingMunicipality);

    private async Task Ask(string kind, string key, params Guid[] tenants)
    {
        await app.Database.Execute(
            $"""
            INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at)
            SELECT gen_random_uuid(), t.id, '{kind}', '{key}', clock_timestamp()
            FROM mentoring.tenant t WHERE t.id IN ({string.Join(", ", tenants.Select(t => $"'{t}'"))})
            """
        );
        await app.DoWork();
    }

    [Fact]
    public async Task A_group_whose_size_nobody_has_said_has_no_ratio()
    {
        var parents = Coverage((await (await app.Head).See("~/figures"))["figures"]!, "parents");

        ((int)parents["total"]!).ShouldBe(0);
        parents["percent"].ShouldBeNull();
        parents["isReached"].ShouldBeNull();
    }

    [Fact]
    public async Task A_sibling_municipality_sees_nothing_of_it_and_a_region_nothing_of_another_one()
    {
        var sibling = await app.As("municipalMethodologist", TestTree.SiblingMunicipality);
        var other = await app.As("regionalOperator", TestTree.OtherRegion);

        var seen = await sibling.See("~/dashboard");
        seen["organizations"]!.AsArray().Select(o => (Guid)o!["organizationId"]!).ShouldBe([TestTree.CousinSchool]);
        ((int)seen["totals"]!["participants"]!).ShouldBe(0);
        (await other.Get($"~/municipalities/{TestTree.Municipality}/dashboard")).ShouldBe(
            HttpStatusCode.NotFound,
            "resource.not_found"
        );
        var elsewhere = await other.See("~/dashboard");
        ((int)elsewhere["totals"]!["participants"]!).ShouldBe(0);
        elsewhere["computedAt"].ShouldBeNull();
    }

    [Fact]
    public async Task The_region_lists_its_municipalities()
    {
        var region = await app.As("regionalMethodologist", TestTree.Region);

        var list = await region.See("~/municipalities");
        var found = await region.See("~/municipalities?q=sibling");

        list["items"]!
            .AsArray()
            .Select(m => (Guid)m!["id"]!)
            .ShouldBe([TestTree.Municipality, TestTree.SiblingMunicipality]);
        ((int)list["items"]![0]!["organizations"]!).ShouldBe(2);
        found["items"]!.AsArray().Count.ShouldBe(1);
    }

    private static JsonNode Row(JsonNode dashboard, string rows, string key, Guid tenant) =>
        dashboard[rows]!.AsArray().Single(r => (Guid)r![key]! == tenant)!["figures"]!;

    private static JsonNode Coverage(JsonNode figures, string group = "earlyCareerEducators") =>
        figures["coverage"]!.AsArray().Single(c => (string)c!["targetGroup"]! == group)!;
}
