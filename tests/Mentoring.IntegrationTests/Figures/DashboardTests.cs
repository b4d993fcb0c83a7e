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
        above["total"].ShouldBeNull();
        ((int)own["total"]!).ShouldBe(6);
        ((int)own["participants"]!).ShouldBe(1);
        ((bool)own["hidden"]!).ShouldBeFalse();
    }

    /// <summary>Another organization stands in for a hidden one, and its municipality for the other's: to every reader.</summary>
    [Fact]
    [Trait("covers", "C-55")]
    public async Task What_is_hidden_is_decided_for_the_whole_region_and_shown_the_same_on_all_pages()
    {
        // Three educators are no beginners, so one of both counts is hidden; the municipality has no others.
        await Count(TestTree.School, "early_career_mentees = 22, educators = 25, mentees = 60, mentors = 20");
        await Count(TestTree.SiblingSchool, "early_career_mentees = 0, educators = 0, mentees = 60, mentors = 20");
        await Count(TestTree.CousinSchool, "early_career_mentees = 30, educators = 60, mentees = 60, mentors = 20");
        await SumUp();
        var region = await app.As("regionalOperator", TestTree.Region);
        var sibling = await app.As("municipalMethodologist", TestTree.SiblingMunicipality);
        var hidden = await HiddenOf(TestTree.Municipality);
        hidden.ShouldHaveSingleItem().ShouldBeOneOf("educators", "earlyCareerEducators");
        (await HiddenOf(TestTree.SiblingMunicipality)).ShouldBe(hidden);
        HiddenIn((await sibling.See("~/dashboard"))["totals"]!).ShouldBe(hidden);

        await Count(TestTree.School, "early_career_mentees = 12, educators = 25, mentees = 60, mentors = 20");
        await SumUp();
        (await HiddenOf(TestTree.Municipality)).ShouldBeEmpty();
        (await HiddenOf(TestTree.SiblingMunicipality)).ShouldBeEmpty();

        await Ask("organization.changed", "", TestTree.School, TestTree.SiblingSchool, TestTree.CousinSchool);

        async Task<string[]> HiddenOf(Guid municipality) =>
            HiddenIn(Row(await region.See("~/dashboard"), "municipalities", "municipalityId", municipality));
        static string[] HiddenIn(JsonNode figures) =>
            [.. figures["coverage"]!.AsArray().Where(c => (bool)c!["hidden"]!).Select(c => (string)c!["targetGroup"]!)];
    }

    /// <summary>As long as nobody has decided, whatever is shown may tell.</summary>
    [Fact]
    [Trait("covers", "C-55")]
    public async Task Until_the_region_has_decided_no_counts_by_group_are_shown()
    {
        await app.Database.Execute(
            $"DELETE FROM mentoring.hidden_coverage WHERE of_tenant_id = '{TestTree.SiblingMunicipality}'"
        );
        var sibling = await app.As("municipalMethodologist", TestTree.SiblingMunicipality);

        var totals = (await sibling.See("~/dashboard"))["totals"]!;

        totals["coverage"]!.AsArray().ShouldAllBe(c => (bool)c!["hidden"]!);
        await SumUp();
        (await sibling.See("~/dashboard"))["totals"]!["coverage"]!.AsArray().ShouldContain(c => !(bool)c!["hidden"]!);
    }

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
