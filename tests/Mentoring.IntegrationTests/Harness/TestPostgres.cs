using Mentoring.Host.Demo;
using Mentoring.Platform.Platform.Schema;
using Npgsql;

[assembly: AssemblyFixture(typeof(Mentoring.IntegrationTests.Harness.TestPostgres))]

namespace Mentoring.IntegrationTests.Harness;

/// <summary>
/// One PostgreSQL for the whole run: the embedded one, or a server that MENTORING_TEST_POSTGRES names (connection
/// string of a superuser). Each test class gets a database of its own, copied from a migrated one.
/// </summary>
public class TestPostgres : IAsyncLifetime
{
    private const string Template = "mentoring_template";
    private static int count;
    private EmbeddedPostgres? server;
    private string superuser = "";
    private DatabaseSetup template = null!;

    public async ValueTask InitializeAsync()
    {
        superuser = await Launch();
        await Execute($"DROP DATABASE IF EXISTS {Template} WITH (FORCE)");
        template = await DatabaseSetup.OnOwnServer(superuser, Template, CancellationToken.None);
        var (_, findings) = await Migrator.Run(template.Owner, CancellationToken.None);
        findings.ShouldBeEmpty();
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>A new database with the newest schema and no rows.</summary>
    public async Task<TestDatabase> NewDatabase()
    {
        var name = $"mentoring_test_{Environment.ProcessId}_{Interlocked.Increment(ref count)}";
        await Execute($"CREATE DATABASE {name} TEMPLATE {Template} OWNER {Logins.Owner}");
        var database = new TestDatabase(this, name, template.On(name), SuperuserOn(name));
        await database.Execute(Logins.Narrow);
        return database;
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <returns>The superuser's connection string.</returns>
    protected virtual async Task<string> Launch()
    {
        if (Environment.GetEnvironmentVariable("MENTORING_TEST_POSTGRES") is { } given)
            return given;
        server = await EmbeddedPostgres.StartTemporaryAsync();
        return server.SuperuserConnectionString();
    }

    internal Task Drop(string name) => Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    private string SuperuserOn(string database) =>
        new NpgsqlConnectionStringBuilder(superuser) { Database = database }.ConnectionString;

    private async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(superuser + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A database of one test class; gone with it.</summary>
public sealed class TestDatabase(TestPostgres server, string name, DatabaseSetup setup, string superuser)
    : IAsyncDisposable
{
    public DatabaseSetup Setup => setup;

    public string Name => name;

    /// <summary>Sees everything: for asserting what is really there, never for the product.</summary>
    public string Superuser => superuser;

    public async Task<T?> Scalar<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T?)await command.ExecuteScalarAsync();
    }

    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync() => await server.Drop(name);
}
