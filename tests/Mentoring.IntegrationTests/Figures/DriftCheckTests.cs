using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.People;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.Figures;

/// <summary>The nightly check: a roll-up that is not what counting gives is found, named and mended.</summary>
public sealed class DriftCheckTests(PairsApp app) : IClassFixture<PairsApp>, IAsyncLifetime
{
    /// <summary>A night of its own for each test, after its day has come and everything is counted.</summary>
    public async ValueTask InitializeAsync()
    {
        var noon = app.Today.AddDays(1).ToDateTime(new TimeOnly(12, 0));
        app.Calendar.Shift += noon - app.Calendar.Now("Europe/Moscow");
        await Entering.MentorInBank(app);
        await app.BringNewDay();
        await app.Database.Execute("DELETE FROM mentoring.figures_drift");
    }

    [Fact]
    public async Task Figures_that_are_right_are_checked_and_nothing_is_found()
    {
        await CheckTonight();

        var check = await Shown();
        Findings(check).ShouldBeEmpty();
        // The region, its two municipalities and their three schools.
        ((int)check["tenants"]!).ShouldBe(6);
        ((int)check["checked"]!).ShouldBe(6);
        ((string)check["night"]!).ShouldBe($"{app.Today:yyyy-MM-dd}");
        check["finishedAt"].ShouldNotBeNull();
    }

    [Fact]
    public async Task A_row_that_was_tampered_with_is_found_by_name_and_mended()
    {
        await Tamper(TestTree.School, "participants = participants + 7, mentors = mentors + 1");

        await CheckTonight();

        var finding = Findings(await Shown()).ShouldHaveSingleItem()!;
        ((string)finding["tenantName"]!).ShouldBe("school");
        ((string)finding["tenantKind"]!).ShouldBe("organization");
        finding["figures"]!.AsArray().Select(f => (string)f!).ShouldBe(["participants", "mentors"], ignoreOrder: true);
        (await Recount.Written(app, TestTree.School)).ShouldBe(await Recount.Of(app, TestTree.School));
        (await Recount.Written(app, TestTree.Region)).ShouldBe(
            await Recount.Sum(app, TestTree.School, TestTree.SiblingSchool, TestTree.CousinSchool)
        );
    }

    [Theory]
    [InlineData("municipality")]
    [InlineData("region")]
    public async Task A_sum_that_is_not_its_parts_is_found_and_mended(string level)
    {
        var tenant = level == "region" ? TestTree.Region : TestTree.Municipality;
        var before = await Recount.Written(app, tenant);
        await Tamper(tenant, "educators_of = 1");

        await CheckTonight();

        var finding = Findings(await Shown()).ShouldHaveSingleItem()!;
        ((string)finding["tenantName"]!).ShouldBe(level);
        finding["figures"]!.AsArray().Select(f => (string)f!).ShouldBe(["educatorsOf"]);
        (await Recount.Written(app, tenant)).ShouldBe(before);
    }

    [Fact]
    [Trait("covers", "C-55")]
    public async Task What_is_hidden_in_a_region_is_checked_with_its_figures()
    {
        var before = await Decided();
        await app.Database.Execute(
            $"UPDATE mentoring.hidden_coverage SET groups = '{{parents}}' WHERE of_tenant_id = '{TestTree.School}'"
        );

        await CheckTonight();

        var finding = Findings(await Shown()).ShouldHaveSingleItem()!;
        ((string)finding["tenantName"]!).ShouldBe("region");
        finding["figures"]!.AsArray().Select(f => (string)f!).ShouldBe(["hiddenGroups"]);
        (await Decided()).ShouldBe(before);
        before.ShouldNotContain("parents");

        async Task<string[]> Decided() =>
            (
                await app.Database.Scalar<string[]>(
                    $"SELECT groups FROM mentoring.hidden_coverage WHERE of_tenant_id = '{TestTree.School}'"
                )
            )!;
    }

    [Fact]
    public async Task A_row_that_is_gone_is_found_and_there_again()
    {
        await app.Database.Execute($"DELETE FROM mentoring.tenant_figures WHERE tenant_id = '{TestTree.CousinSchool}'");

        await CheckTonight();

        ((string)Findings(await Shown()).ShouldHaveSingleItem()!["tenantName"]!).ShouldBe("cousinSchool");
        (await Recount.Written(app, TestTree.CousinSchool)).ShouldBe(await Recount.Of(app, TestTree.CousinSchool));
    }

    [Fact]
    public async Task What_is_still_to_be_counted_is_no_drift()
    {
        await Tamper(TestTree.School, "participants = 99");
        await app.Database.Execute(
            $"""
            INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at)
            VALUES (gen_random_uuid(), '{TestTree.School}', 'organization.changed', '', now() + interval '1 day')
            """
        );
        await Insert();
        await MakeDue();

        await app.DoWork();

        (await app.Database.Scalar<long>("SELECT count(*) FROM mentoring.figures_drift")).ShouldBe(0);
        (
            await app.Database.Scalar<int>(
                $"SELECT (payload->>'tries')::int FROM mentoring.work_item WHERE kind = 'figures.check' AND tenant_id = '{TestTree.School}'"
            )
        ).ShouldBe(1);
        // Those above wait for it, the others do not.
        (
            await app.Database.Scalar<long>("SELECT count(*) FROM mentoring.work_item WHERE kind = 'figures.check'")
        ).ShouldBe(3);

        await app.Database.Execute("UPDATE mentoring.work_item SET due_at = now()");
        await app.DoWork();
        await Finish();
        (await app.Database.Scalar<long>("SELECT count(*) FROM mentoring.figures_drift")).ShouldBe(0);
        (await Recount.Written(app, TestTree.School)).ShouldBe(await Recount.Of(app, TestTree.School));
    }

    [Fact]
    public async Task Another_region_sees_nothing_of_it()
    {
        await Tamper(TestTree.School, "participants = 99");
        await CheckTonight();

        var other = await (await app.As("regionalOperator", TestTree.OtherRegion)).See("~/figures/drift-check");

        Findings(other).ShouldBeEmpty();
        ((int)other["tenants"]!).ShouldBe(3);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task Tamper(Guid tenant, string change) =>
        app.Database.Execute($"UPDATE mentoring.tenant_figures SET {change} WHERE tenant_id = '{tenant}'");

    private async Task CheckTonight()
    {
        await Insert();
        await Finish();
    }

    private async Task Insert()
    {
        await app
            .Services.GetRequiredService<DuePeriods>()
            .Insert(PlanDriftCheck.Nightly, TestContext.Current.CancellationToken);
        await app.DoWork();
    }

    /// <summary>Does not wait for the pace at which tenants are checked, but keeps their order.</summary>
    private async Task Finish()
    {
        for (var round = 0; round < 5; round++)
        {
            await MakeDue();
            await app.DoWork();
        }
        (
            await app.Database.Scalar<long>("SELECT count(*) FROM mentoring.work_item WHERE kind = 'figures.check'")
        ).ShouldBe(0);
    }

    private Task MakeDue() =>
        app.Database.Execute(
            "UPDATE mentoring.work_item SET due_at = due_at - interval '1 minute' WHERE kind = 'figures.check'"
        );

    private async Task<JsonNode> Shown() =>
        await (await app.As("regionalOperator", TestTree.Region)).See("~/figures/drift-check");

    private static JsonArray Findings(JsonNode check) => check["findings"]!.AsArray();
}
