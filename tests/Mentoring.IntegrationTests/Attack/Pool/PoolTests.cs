using System.Globalization;
using MediatR;
using Mentoring.IntegrationTests.ApiKeys;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Mentoring.IntegrationTests.Attack.Pool;

/// <summary>
/// 64 workers share pools of 4 connections, in tenants at random, and a third of what they do is cancelled, times out,
/// breaks, is refused or throws in the middle. Nobody sees a foreign row, and nobody a row without a tenant.
/// <c>MENTORING_POOL_UNITS</c> asks for more than 20,000 units of work, <c>MENTORING_POOL_SEED</c> for another choice of
/// them; which of them meet on a connection is up to the machine.
/// </summary>
public sealed class PoolTests(PoolApp app, ITestOutputHelper output) : IClassFixture<PoolApp>
{
    private const int Workers = 64;

    private const string NothingIsLeft = """
        SELECT coalesce(current_setting('app.tenant', true), '') = ''
          AND NOT EXISTS (SELECT FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory')
        """;

    [Fact]
    [Trait("covers", "C-64")]
    public async Task Nobody_finds_a_tenant_that_somebody_has_left_on_a_connection()
    {
        var (units, seed) = (Number("MENTORING_POOL_UNITS", 20_000), Number("MENTORING_POOL_SEED", 20261121));
        var findings = app.Findings;
        var work = new PoolUnits(app, findings, await Clients());
        var left = units;
        await Task.WhenAll(
            Enumerable
                .Range(0, Workers)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        var random = new Random(seed + n);
                        while (Interlocked.Decrement(ref left) >= 0)
                            await work.Do(random);
                    })
                )
        );
        var sum = findings.Outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Key} × {o.Value}");
        output.WriteLine($"{units} units of seed {seed}: {string.Join(", ", sum)}");

        findings.Wrong.Take(20).ShouldBeEmpty();
        findings.Outcomes["held"].ShouldBeGreaterThan(units / 2);
        foreach (var trouble in new[] { Trouble.Throw, Trouble.TimeOut, Trouble.BreakSql, Trouble.Cancel })
            findings.Outcomes.Keys.ShouldContain(o => o.StartsWith(trouble.ToString(), StringComparison.Ordinal));
        await WhatIsWrittenIsTheWriters();
        await ThePoolsRecover(work);
    }

    /// <summary>A test that cannot see a leak would prove nothing: here is one.</summary>
    [Fact]
    public async Task A_tenant_set_for_the_session_would_be_seen()
    {
        var settings = new NpgsqlConnectionStringBuilder(app.Database.Setup.Logins.School)
        {
            NoResetOnClose = true,
            MaxPoolSize = 1,
        };
        await using var source = NpgsqlDataSource.Create(settings);
        (await PoolUnits.Rows(source, default)).ShouldBe(0);

        await using (var set = source.CreateCommand("SELECT set_config('app.tenant', $1, false)"))
        {
            set.Parameters.Add(new NpgsqlParameter { Value = TestTree.School.ToString() });
            await set.ExecuteScalarAsync();
        }

        (await PoolUnits.Rows(source, default)).ShouldBeGreaterThanOrEqualTo(PoolFindings.Own);
    }

    private async Task WhatIsWrittenIsTheWriters()
    {
        (await Count($"operation = '{PoolRequests.Written(Trouble.None)}'")).ShouldBeGreaterThan(100);
        (await Count("subject_kind = 'test' AND tenant_id <> subject_id")).ShouldBe(0, "rows in a foreign tenant");
        foreach (var trouble in new[] { Trouble.Throw, Trouble.Refuse, Trouble.TimeOut, Trouble.BreakSql })
            (await Count($"operation = '{PoolRequests.Written(trouble)}'")).ShouldBe(0, $"kept in spite of {trouble}");
        (
            await app.Database.Scalar<long>(
                $"SELECT count(DISTINCT tenant_id) FROM mentoring.audit_entry WHERE operation = '{PoolRequests.Written(Trouble.None)}'"
            )
        ).ShouldBe(TestTree.Tenants.Count);
    }

    /// <summary>All connections of each pool work at once, and every kind of work is done without trouble.</summary>
    private async Task ThePoolsRecover(PoolUnits work)
    {
        foreach (var source in app.Services.GetRequiredService<DataSources>().All)
        {
            var open = await Task.WhenAll(
                Enumerable.Range(0, PoolApp.Connections).Select(_ => source.OpenConnectionAsync().AsTask())
            );
            foreach (var connection in open)
            {
                await using var command = new NpgsqlCommand(NothingIsLeft, connection);
                (await command.ExecuteScalarAsync()).ShouldBe(true);
            }
            foreach (var connection in open)
                await connection.DisposeAsync();
        }
        foreach (var tenant in TestTree.Tenants.Keys)
        foreach (var kind in new[] { 0, 25, 45, 55, 75, 87, 92 })
            await work.Do(kind, tenant, Trouble.None, 0);
        app.Findings.Wrong.ShouldBeEmpty();
    }

    private Task<long> Count(string which) =>
        app.Database.Scalar<long>($"SELECT count(*) FROM mentoring.audit_entry WHERE {which}");

    private async Task<IReadOnlyDictionary<Guid, ApiClient>> Clients()
    {
        var clients = new Dictionary<Guid, ApiClient>();
        foreach (var tenant in TestTree.Tenants.Keys)
        {
            clients[tenant] = await app.Keeper(tenant);
            await clients[tenant].Do("~/api-keys", TestKeys.Body(PoolUnits.Named(tenant)));
        }
        return clients;
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}

/// <summary>With pools of 4, and rows of every tenant to be seen.</summary>
public sealed class PoolApp(TestPostgres postgres) : TestApp(postgres)
{
    public const int Connections = 4;

    internal PoolFindings Findings { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.Execute(
            $"""
            INSERT INTO mentoring.audit_entry (tenant_id, id, at, operation, subject_kind, subject_id, fields)
            SELECT t.id, gen_random_uuid(), now(), '{PoolRequests.Seed}', 'seed', t.id, ARRAY[]::text[]
            FROM mentoring.tenant t, generate_series(1, {PoolFindings.Own})
            """
        );
    }

    protected override DatabaseLogins ReplaceLogins(DatabaseLogins logins) =>
        new(Small(logins.School), Small(logins.Oversight), Small(logins.Work), Small(logins.Accounts));

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton(Findings);
        services.AddScoped<IRequestHandler<ReadPool, Result<SeenByAll>>, PoolReads>();
        services.AddScoped<IRequestHandler<ReadPoolTogether, Result<SeenByAll>>, PoolReads>();
        services.AddScoped<IRequestHandler<ReadPoolAtOnce, Result<SeenByAll>>, PoolReadsAtOnce>();
        services.AddScoped<IRequestHandler<WritePool, Result<SeenByAll>>, PoolWrites>();
        // Figures have tests of their own; here they would only take time.
        services.RemoveAll<IWorkHandler>();
        services.AddScoped<IWorkHandler, PoolWork>();
    }

    private static string Small(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = Connections,
            // 64 workers wait for 4 connections on a machine that does other things too.
            Timeout = 120,
        }.ConnectionString;
}
