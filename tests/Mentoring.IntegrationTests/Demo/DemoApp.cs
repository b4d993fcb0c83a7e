using Mentoring.Host.Demo;
using Mentoring.Host.Demo.Region;
using Mentoring.Host.Serving;
using Mentoring.IntegrationTests.Harness;
using Microsoft.AspNetCore.Builder;

namespace Mentoring.IntegrationTests.Demo;

/// <summary>The demo region with its whole history, on a server of its own.</summary>
public sealed class DemoApp(TestPostgres postgres) : IAsyncLifetime
{
    private WebApplication app = null!;

    public TestDatabase Database { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.NewDatabase();
        (await Plant()).ShouldBeTrue();
        app = Server.Build(
            new ServerOptions
            {
                Args = ["--RequestLimits:PerMinute=1000000"],
                Logins = Database.Setup.Logins,
                Url = "http://127.0.0.1:0",
            }
        );
        await Server.RefuseBrokenWalls(app);
        await new DemoHistory(app.Services, Database.Setup.Owner, _ => { }).Play(DemoPlan.All, CancellationToken.None);
        await app.StartAsync();
        Address = new Uri(app.Urls.Single());
    }

    /// <summary>What a start does first.</summary>
    public Task<bool> Plant() => DemoTree.Plant(Database.Setup.Owner, false, _ => { }, CancellationToken.None);

    /// <summary>How many rows there are, table by table.</summary>
    public Task<string?> Rows() =>
        Database.Scalar<string>(
            """
            SELECT string_agg(format('%s %s', t, (xpath('//c/text()',
              query_to_xml(format('SELECT count(*) AS c FROM mentoring.%I', t), false, true, '')))[1]), ', ' ORDER BY t)
            FROM (SELECT tablename AS t FROM pg_tables WHERE schemaname = 'mentoring') tables
            """
        );

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await Database.DisposeAsync();
    }
}
