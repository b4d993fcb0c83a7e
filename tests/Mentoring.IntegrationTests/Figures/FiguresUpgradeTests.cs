using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.IntegrationTests.Figures;

/// <summary>A database that counted before municipalities said what they must hide.</summary>
public sealed class FiguresUpgradeTests(TestPostgres server)
{
    [Fact]
    public async Task An_upgrade_asks_every_municipality_what_it_must_hide()
    {
        await using var database = await server.NewDatabase();
        await TestTree.Plant(database);
        await Unmake(database);

        (await Migrator.Run(database.Setup.Owner, TestContext.Current.CancellationToken)).Findings.ShouldBeEmpty();

        var asked = await database.Scalar<Guid[]>(
            """
            SELECT array_agg(DISTINCT t.parent_id) FROM mentoring.work_item w JOIN mentoring.tenant t ON t.id = w.tenant_id
            WHERE w.kind = 'organization.changed' AND t.kind = 'organization'
            """
        );
        asked.ShouldBe(
            [TestTree.Municipality, TestTree.SiblingMunicipality, TestTree.OtherMunicipality],
            ignoreOrder: true
        );
    }

    /// <summary>Takes back what the migration made, so that it is still to come.</summary>
    private static async Task Unmake(TestDatabase database)
    {
        await using var db = SchemaDbContext.For(database.Setup.Owner);
        var history = db.GetService<IHistoryRepository>();
        await database.Execute(
            $"""
            ALTER TABLE mentoring.tenant_figures DROP COLUMN protected_groups, DROP COLUMN known_sums;
            {history.GetDeleteScript("0023_ProtectedCounts")}
            """
        );
    }
}
