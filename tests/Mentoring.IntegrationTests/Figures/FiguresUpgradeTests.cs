using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.IntegrationTests.Figures;

/// <summary>A database that counted before regions decided what is hidden in them.</summary>
public sealed class FiguresUpgradeTests(TestPostgres server)
{
    [Fact]
    public async Task An_upgrade_asks_every_region_what_it_must_hide()
    {
        await using var database = await server.NewDatabase();
        await TestTree.Plant(database);
        await Unmake(database);

        (await Migrator.Run(database.Setup.Owner, TestContext.Current.CancellationToken)).Findings.ShouldBeEmpty();

        var asked = await database.Scalar<Guid[]>(
            """
            SELECT array_agg(DISTINCT t.lineage[3]) FROM mentoring.work_item w JOIN mentoring.tenant t ON t.id = w.tenant_id
            WHERE w.kind = 'organization.changed' AND t.kind = 'organization'
            """
        );
        asked.ShouldBe([TestTree.Region, TestTree.OtherRegion], ignoreOrder: true);
    }

    /// <summary>Takes back what the migration made, so that it is still to come.</summary>
    private static async Task Unmake(TestDatabase database)
    {
        await using var db = SchemaDbContext.For(database.Setup.Owner);
        var history = db.GetService<IHistoryRepository>();
        await database.Execute(
            $"""
            DROP TABLE mentoring.hidden_coverage;
            {history.GetDeleteScript("0027_HiddenCoverage")}
            """
        );
    }
}
