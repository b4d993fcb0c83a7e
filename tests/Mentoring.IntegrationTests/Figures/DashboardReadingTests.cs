using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Performance;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Platform.Time;
using Npgsql;

namespace Mentoring.IntegrationTests.Figures;

/// <summary>What a dashboard reads: its own level and the one below, however many organizations the region has.</summary>
public sealed class DashboardReadingTests(PairsApp app, ITestOutputHelper output)
    : IClassFixture<PairsApp>,
        IAsyncLifetime
{
    private const int Municipalities = 30;
    private const int OrganizationsOfEach = 300;

    private static readonly Guid Planted = new("0197f000-0002-7000-8000-0000000f0001");
    private static readonly SchoolYear Year = SchoolYear.Of(new DateOnly(2026, 4, 15));

    /// <summary>A region of nine thousand organizations beside the one of the tests' tree, with two years of figures.</summary>
    public async ValueTask InitializeAsync() =>
        await app.Database.Execute(
            $"""
            INSERT INTO mentoring.tenant (id, kind, parent_id, lineage, name, short_name, time_zone)
            SELECT m, 'municipality', '{TestTree.OtherRegion}', ARRAY[m, '{TestTree.OtherRegion}'], m::text, m::text, 'Europe/Moscow'
            FROM (SELECT ('0197f000-0002-7000-8000-0000000f' || lpad(to_hex(i), 4, '0'))::uuid AS m
              FROM generate_series(1, {Municipalities}) i) x
            ON CONFLICT DO NOTHING;
            INSERT INTO mentoring.tenant (id, kind, parent_id, lineage, name, short_name, time_zone)
            SELECT o, 'organization', m, ARRAY[o, m, '{TestTree.OtherRegion}'], o::text, o::text, 'Europe/Moscow'
            FROM (SELECT ('0197f000-0003-7000-8000-' || lpad(to_hex(i), 4, '0') || '000f' || lpad(to_hex(n), 4, '0'))::uuid AS o,
                ('0197f000-0002-7000-8000-0000000f' || lpad(to_hex(i), 4, '0'))::uuid AS m
              FROM generate_series(1, {Municipalities}) i, generate_series(1, {OrganizationsOfEach}) n) x
            ON CONFLICT DO NOTHING;
            INSERT INTO mentoring.organization_profile
              (tenant_id, lineage, version, kind, full_name, locality, head_title, head_name, is_small_scale)
            SELECT t.id, t.lineage, 1, 'school', 'Школа', 'г. Пробный', 'Директор', 'Пробная Анна Ивановна', false
            FROM mentoring.tenant t WHERE t.kind = 'organization' AND '{TestTree.OtherRegion}' = ANY(t.lineage)
            ON CONFLICT DO NOTHING;
            INSERT INTO mentoring.tenant_figures
            SELECT t.id, t.lineage, y, 1, 1, 90, 40, 40, 40, 0, 90, 9, 9, 9, 9, 20, 99, 10, 99, 30, 99, 10, 99, 20, 99,
              {TenantFigures.CurrentCalculation}, clock_timestamp()
            FROM mentoring.tenant t, generate_series(2024, 2025) y WHERE '{TestTree.OtherRegion}' = ANY(t.lineage)
            ON CONFLICT DO NOTHING;
            INSERT INTO mentoring.hidden_coverage
            SELECT '{TestTree.OtherRegion}', y, t.id, '{"{}"}'
            FROM mentoring.tenant t, generate_series(2024, 2025) y WHERE '{TestTree.OtherRegion}' = ANY(t.lineage)
            ON CONFLICT DO NOTHING;
            ANALYZE mentoring.hidden_coverage; ANALYZE mentoring.tenant; ANALYZE mentoring.tenant_figures; ANALYZE mentoring.organization_profile;
            """
        );

    [Theory]
    [InlineData("auto")]
    [InlineData("force_generic_plan")]
    public async Task A_page_touches_the_rows_that_it_shows_and_no_others(string planning)
    {
        var shown = Municipalities + 1;
        var region = await RowsTouched(planning, DashboardRow.Below(TestTree.OtherRegion, Year));
        var municipality = await RowsTouched(planning, DashboardRow.Below(Planted, Year));

        // Each shown tenant with its figures, its card and what of it is hidden.
        region.ShouldBeInRange(shown, 4 * shown);
        municipality.ShouldBeInRange(OrganizationsOfEach, 4 * OrganizationsOfEach);
    }

    [Fact]
    public async Task A_dashboard_is_one_round_trip_beside_the_session()
    {
        await Costs(await app.As("regionalOperator", TestTree.OtherRegion), "~/dashboard");
        await Costs(await app.As("regionalOperator", TestTree.OtherRegion), $"~/municipalities/{Planted}/dashboard");
        await Costs(await app.As("municipalMethodologist", TestTree.OtherMunicipality), "~/dashboard");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task Costs(ApiClient client, string page)
    {
        await client.Get(page);
        using var trips = new RoundTrips();
        var answer = await trips.Of(client, c => c.Get(page));
        ((int)answer.Status).ShouldBe(200, answer.Text);
        trips.Commands.Count.ShouldBeInRange(1, 2);
    }

    /// <summary>By the plan that PostgreSQL has run, under the login and the walls of the region.</summary>
    private async Task<long> RowsTouched(string planning, Platform.Platform.Data.Statement statement)
    {
        await using var connection = new NpgsqlConnection(app.Database.Setup.Logins.Oversight);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await Run($"SET LOCAL plan_cache_mode = {planning}");
        await Run($"SELECT set_config('app.tenant', '{TestTree.OtherRegion}', true)");
        await Run($"PREPARE page (uuid, int) AS {statement.Sql}");
        await using var explain = new NpgsqlCommand(
            $"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE page ('{statement.Values[0]}', {statement.Values[1]})",
            connection
        );
        var plan = JsonNode.Parse((string)(await explain.ExecuteScalarAsync())!)![0]!;
        output.WriteLine(plan.ToJsonString());
        await Run("DEALLOCATE page");
        return Touched(plan["Plan"]!);

        async Task Run(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static long Touched(JsonNode node)
    {
        var below = node["Plans"]?.AsArray().Sum(n => Touched(n!)) ?? 0;
        if (node["Relation Name"] is null)
            return below;
        double Number(string name) => (double?)node[name] ?? 0;
        var rows = Number("Actual Rows") + Number("Rows Removed by Filter") + Number("Rows Removed by Index Recheck");
        return below + (long)Math.Round(rows * Number("Actual Loops"));
    }
}
