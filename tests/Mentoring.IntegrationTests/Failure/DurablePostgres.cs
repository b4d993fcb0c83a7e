using System.Diagnostics;
using System.Globalization;
using Mentoring.Host.Demo;
using Mentoring.IntegrationTests.Harness;
using Npgsql;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// A PostgreSQL of the test's own, that writes to disk what it has promised, always on the same port: it can be
/// killed, stopped and started again.
/// </summary>
/// <param name="folder">Where its data is; a new folder when null.</param>
public sealed class DurablePostgres(IReadOnlyDictionary<string, string>? settings = null, string? folder = null)
    : TestPostgres
{
    private readonly string folder = folder ?? Directory.CreateTempSubdirectory("mentoring-durable-").FullName;
    private readonly int port = ServerProcess.FreePort();
    private EmbeddedPostgres? server;

    /// <summary>The server's own settings; those of the next start.</summary>
    public Dictionary<string, string> Settings { get; } = new(settings ?? new Dictionary<string, string>());

    public string Folder => folder;

    public string Superuser => server!.SuperuserConnectionString();

    public async Task Start()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                server = await EmbeddedPostgres.StartAsync(
                    new EmbeddedPostgresOptions
                    {
                        DataDirectory = folder,
                        Port = port,
                        Settings = Settings,
                    }
                );
                // The test's own pools still hold connections to the server that is gone.
                NpgsqlConnection.ClearAllPools();
                return;
            }
            catch (EmbeddedPostgresException) when (attempt < 20)
            {
                // Processes of the server that was killed have not all ended yet.
                await Task.Delay(200);
            }
        }
    }

    /// <summary>kill -9 of the server; its processes end as soon as they notice.</summary>
    public Task KillServer() => End("KILL");

    /// <summary>As an operator stops it: <c>INT</c> is the fast way, <c>QUIT</c> the immediate one.</summary>
    public async Task End(string signal)
    {
        await Signal(server!.ProcessId, signal);
        await server.Exited;
        await server.DisposeAsync();
        server = null;
    }

    /// <summary>kill -9 of one process that works for us: the server drops all others and recovers by itself.</summary>
    /// <returns>False where none was there.</returns>
    public async Task<bool> KillBackend()
    {
        var pid = await Ask<int?>(
            """
            SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND usename LIKE 'mentoring%'
            ORDER BY state = 'active' DESC, random() LIMIT 1
            """
        );
        if (pid is null)
            return false;
        await Signal(pid.Value, "KILL");
        await UntilItAnswers();
        return true;
    }

    public async Task<T?> Ask<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(Superuser + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync() is T value ? value : default;
    }

    public override async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        await base.DisposeAsync();
    }

    /// <summary>As whoever keeps it running does: waits while it recovers, starts it where it has given up.</summary>
    public async Task Recover()
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(200))
        {
            patience.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1), "PostgreSQL does not recover");
            if (server!.Exited.IsCompleted)
            {
                await server.DisposeAsync();
                await Start();
                return;
            }
            try
            {
                await Ask<int>("SELECT 1");
                NpgsqlConnection.ClearAllPools();
                return;
            }
            catch (NpgsqlException)
            {
                // Recovering, or about to give up.
            }
        }
    }

    /// <summary>Starts it where a test that failed has left it down.</summary>
    public Task EnsureRunning() => server is null ? Start() : Task.CompletedTask;

    protected override async Task<string> Launch()
    {
        // PostgreSQL's account must pass through; what is private inside is closed by itself.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        await Start();
        return Superuser;
    }

    private async Task UntilItAnswers()
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                // The killed one's neighbours are dropped a moment later; two answers in a row say that it is over.
                await Ask<int>("SELECT 1");
                await Task.Delay(100);
                await Ask<int>("SELECT 1");
                NpgsqlConnection.ClearAllPools();
                return;
            }
            catch (NpgsqlException) when (patience.Elapsed < TimeSpan.FromMinutes(1))
            {
                // It is recovering.
            }
        }
    }

    private static async Task Signal(int pid, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, pid.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }
}
