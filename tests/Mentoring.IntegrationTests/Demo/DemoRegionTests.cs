using Mentoring.Host.Demo;
using Mentoring.Host.Demo.Region;
using Mentoring.IntegrationTests.Figures;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Platform.Data;

namespace Mentoring.IntegrationTests.Demo;

/// <summary>What somebody finds who starts the demonstration for the first time.</summary>
public sealed class DemoRegionTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static readonly Guid School = DemoRegion.Org(1);

    [Theory]
    [InlineData("mentoring_team")]
    [InlineData("mentoring_program")]
    public async Task Pairs_and_programs_are_in_every_state(string table)
    {
        var states = await app.Database.Scalar<string[]>($"SELECT array_agg(DISTINCT state) FROM mentoring.{table}");

        states!.ShouldBe(
            table == "mentoring_team"
                ? Enum.GetValues<PairState>().Select(EnumText<PairState>.Write)
                : Enum.GetValues<ProgramState>().Select(EnumText<ProgramState>.Write),
            ignoreOrder: true
        );
    }

    [Theory]
    [InlineData("orders", "head_order", "draft inForce acknowledged")]
    [InlineData("mentors", "mentor_profile", "candidate consented inBank assigned")]
    [InlineData("mentees", "mentee_profile", "identified surveyed inBase matched finished blocked")]
    public async Task The_first_school_shows_the_whole_chain(string what, string table, string states)
    {
        var found = await app.Database.Scalar<string[]>(
            $"SELECT array_agg(DISTINCT state) FROM mentoring.{table} WHERE tenant_id = '{School}'"
        );

        states.Split(' ').Except(found!, StringComparer.Ordinal).ShouldBeEmpty(what);
    }

    [Theory]
    [InlineData("a mentor with all places taken", "mentor_profile WHERE places_taken = capacity AND capacity > 1")]
    [InlineData("a mentor with two pairs", "mentor_profile WHERE places_taken >= 2")]
    [InlineData("a consent that is withdrawn", "personal_data_consent WHERE withdrawn_on IS NOT NULL")]
    [InlineData(
        "a consent that ends soon",
        "personal_data_consent WHERE valid_until BETWEEN DATE '2026-04-15' AND DATE '2026-05-14'"
    )]
    [InlineData("a signature missing on a sheet", "order_acknowledgment WHERE acknowledged_on IS NULL")]
    [InlineData(
        "overdue activities of an active program",
        "plan_activity a WHERE status = 'planned' AND planned_on < DATE '2026-04-15' AND program_id IN (SELECT id FROM mentoring.mentoring_program WHERE state = 'active')"
    )]
    [InlineData("a program extended", "program_change WHERE state = 'inForce' AND ends_on_after = DATE '2026-05-29'")]
    [InlineData("a change nobody has answered", "program_change WHERE state = 'proposed'")]
    public async Task There_is(string what, string rows)
    {
        var and = rows.Contains("WHERE", StringComparison.Ordinal) ? "AND" : "WHERE";
        (
            await app.Database.Scalar<bool>(
                $"SELECT EXISTS (SELECT FROM mentoring.{rows} {and} tenant_id = '{School}')"
            )
        ).ShouldBeTrue(what);
    }

    [Fact]
    public async Task Forms_of_kindergartens_pupils_and_partners_have_pairs()
    {
        var forms = await app.Database.Scalar<string[]>(
            "SELECT array_agg(DISTINCT form_code) FROM mentoring.mentoring_team WHERE state = 'active'"
        );

        forms!.ShouldBe(
            [
                "teacherTeacher",
                "preschoolTeacherPreschoolTeacher",
                "specialistSpecialist",
                "studentStudent",
                "teacherStudent",
                "employerStudent",
            ],
            ignoreOrder: true
        );
    }

    [Fact]
    public async Task Figures_of_all_levels_are_what_counting_again_gives()
    {
        foreach (var organization in DemoRegion.Organizations)
        {
            var counted = await Recount.Of(app.Database, DemoTimeline.Today, organization.Tenant.Id);
            (await Recount.Written(app.Database, organization.Tenant.Id))!.ShouldBe(counted, organization.FullName);
        }
        foreach (var municipality in DemoRegion.Municipalities)
            await Adds(
                municipality,
                DemoRegion.Organizations.Select(o => o.Tenant).Where(t => t.Lineage[1] == municipality.Id)
            );
        await Adds(DemoRegion.Region, DemoRegion.Municipalities);
        (await Recount.Written(app.Database, DemoRegion.Region.Id))!["active_pairs"].ShouldBeGreaterThan(20);
        (await app.Database.Scalar<long>("SELECT count(*) FROM mentoring.work_item WHERE attempts > 0")).ShouldBe(0);
    }

    [Fact]
    public async Task Every_login_of_the_guide_can_sign_in()
    {
        string[] participants = ["s3.mentor1", "s3.mentee1", "s3.student1", "s3.parent1", "partner1", "ds5.mentor"];
        foreach (var login in DemoLogins.All.Select(l => l.Login).Concat(participants))
        {
            using var client = new ApiClient(app.Address);
            var session = await client.SignIn(login, DemoTree.Password);
            session.Json["memberships"]!.AsArray().ShouldNotBeEmpty(login);
            ((bool)session.Json["demo"]!).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("s3.curator")]
    [InlineData("s3.head")]
    [InlineData("s3.clerk")]
    [InlineData("s3.mentor1")]
    [InlineData("s3.student1")]
    [InlineData("s3.parent1")]
    [InlineData("partner1")]
    [InlineData("dpo")]
    [InlineData("gl.head")]
    [InlineData("ds5.senior")]
    [InlineData("ds5.mentor")]
    [InlineData("ds5.head")]
    [InlineData("ds18.senior")]
    [InlineData("l7.curator")]
    [InlineData("l7.head")]
    [InlineData("lug1.curator")]
    [InlineData("zar.curator")]
    [InlineData("step.head")]
    [InlineData("kol.head")]
    [InlineData("tih2.curator")]
    [InlineData("ter.head")]
    [InlineData("s3.mentee1")]
    public async Task A_board_has_something_to_do(string login)
    {
        using var client = new ApiClient(app.Address);
        var session = await client.SignIn(login, DemoTree.Password);
        var tenant = (Guid)session.Json["memberships"]![0]!["tenantId"]!;

        var board = await client.See($"/api/v1/organizations/{tenant}/board");

        board["items"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        var before = await app.Rows();

        (await app.Plant()).ShouldBeFalse();

        (await app.Rows()).ShouldBe(before);
        before!.ShouldContain("mentoring_team");
    }

    private async Task Adds(DemoTenant above, IEnumerable<DemoTenant> children)
    {
        var sum = Recount.Columns.ToDictionary(c => c, _ => 0);
        foreach (var child in children)
        {
            foreach (var (column, value) in (await Recount.Written(app.Database, child.Id))!)
                sum[column] += value;
        }
        (await Recount.Written(app.Database, above.Id))!.ShouldBe(sum, above.Name);
    }
}

/// <summary>A start that is killed while it makes the history.</summary>
public sealed class BrokenOffHistoryTests(TestPostgres postgres)
{
    [Fact]
    public async Task The_next_start_begins_anew()
    {
        await using var database = await postgres.NewDatabase();
        var said = new List<string>();
        Task<bool> Plant() =>
            DemoTree.Plant(database.Setup.Owner, false, said.Add, TestContext.Current.CancellationToken);
        (await Plant()).ShouldBeTrue();
        said.ShouldBeEmpty();
        var first = await database.Scalar<Guid>("SELECT id FROM accounts.account WHERE user_name = 's3.curator'");
        await database.Execute("DELETE FROM accounts.membership");

        (await Plant()).ShouldBeTrue();

        said.ShouldHaveSingleItem().ShouldContain("beginning anew");
        (await database.Scalar<Guid>("SELECT id FROM accounts.account WHERE user_name = 's3.curator'")).ShouldNotBe(
            first
        );
        (await database.Scalar<long>("SELECT count(*) FROM accounts.account")).ShouldBe(DemoLogins.All.Count);
        (await database.Scalar<long>("SELECT count(*) FROM accounts.membership")).ShouldBeGreaterThan(
            DemoLogins.All.Count
        );
    }

    [Fact]
    public async Task Somebody_elses_database_is_never_emptied()
    {
        await using var database = await postgres.NewDatabase();
        await database.Execute(
            "INSERT INTO mentoring.tenant (id, kind, lineage, name, short_name, time_zone) VALUES ('0197ffff-0000-7000-8000-000000000001', 'region', '{0197ffff-0000-7000-8000-000000000001}', 'Область', 'Область', 'Europe/Moscow')"
        );

        await DemoTree.Plant(database.Setup.Owner, fresh: true, _ => { }, TestContext.Current.CancellationToken);

        (await database.Scalar<long>("SELECT count(*) FROM mentoring.tenant WHERE name = 'Область'")).ShouldBe(1);
    }
}
