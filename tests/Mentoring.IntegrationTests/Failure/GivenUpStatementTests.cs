using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Data;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>With one connection in each pool.</summary>
public sealed class SingleConnectionApp(TestPostgres postgres) : TestApp(postgres)
{
    protected override DatabaseLogins ReplaceLogins(DatabaseLogins logins) =>
        new(Single(logins.School), Single(logins.Oversight), Single(logins.Work), Single(logins.Accounts));

    private static string Single(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 1 }.ConnectionString;
}

/// <summary>What the driver gives up is on a connection that nobody gets again.</summary>
public sealed class GivenUpStatementTests(SingleConnectionApp app) : IClassFixture<SingleConnectionApp>
{
    [Fact]
    public async Task A_connection_whose_statement_took_too_long_is_closed()
    {
        foreach (var source in app.Services.GetRequiredService<DataSources>().All)
        {
            var before = await Process(source);
            (await Process(source)).ShouldBe(before, "the pool has one connection");
            await using (var command = source.CreateCommand("SELECT pg_sleep(10)"))
            {
                command.CommandTimeout = 1;
                await Should.ThrowAsync<NpgsqlException>(() => command.ExecuteNonQueryAsync());
            }
            (await Process(source)).ShouldNotBe(before);
        }
    }

    [Fact]
    public async Task All_connections_are_new_after_one_has_lost_its_thread()
    {
        var sources = app.Services.GetRequiredService<DataSources>();
        var before = await Task.WhenAll(sources.All.Select(Process));

        sources.Renew();

        (await Task.WhenAll(sources.All.Select(Process))).Intersect(before).ShouldBeEmpty();
    }

    private static async Task<int> Process(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand("SELECT pg_backend_pid()");
        return (int)(await command.ExecuteScalarAsync())!;
    }
}
