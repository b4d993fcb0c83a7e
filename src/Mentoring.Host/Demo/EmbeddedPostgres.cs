using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Mentoring.Host.Demo;

/// <summary>
/// A PostgreSQL server of the demo or of the tests, on 127.0.0.1 alone. It lives as long as this
/// object and never longer than this process, however the process ends.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string TemporaryPrefix = "mentoring-postgres-";
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(20);

    private readonly PostgresFolder _folder;
    private readonly EmbeddedPostgresOptions _options;
    private readonly Process _watch;
    private readonly string _password;

    private EmbeddedPostgres(
        PostgresFolder folder,
        EmbeddedPostgresOptions options,
        PostgresBinaries binaries,
        int port
    )
    {
        _folder = folder;
        _options = options;
        _password = folder.Password();
        Port = port;
        MajorVersion = binaries.MajorVersion;
        _watch = Launch(binaries);
    }

    public int Port { get; }

    public int MajorVersion { get; }

    /// <summary>Where the data is; elsewhere than asked if PostgreSQL's account could not reach that.</summary>
    public string DataDirectory => _folder.Path;

    public string LogFile => _folder.Log;

    /// <summary>Completes when the server ends, whoever ended it.</summary>
    public Task Exited => _watch.WaitForExitAsync();

    /// <summary>The process of the server itself (the postmaster).</summary>
    public int ProcessId => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    /// <summary>Starts a server on the folder of the options, making its databases on the first start.</summary>
    /// <exception cref="EmbeddedPostgresException">It could not start; the message says what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresOptions options,
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        var repository = RepositoryFolder.Find();
        var binaries = await PostgresBinaries.FindAsync(repository, progress, cancellationToken);
        var folder = await PostgresFolder.OpenAsync(options.DataDirectory, progress, cancellationToken);
        try
        {
            if (options.Fresh)
            {
                folder.DeleteData();
            }

            binaries = await binaries.ForAccountAsync(folder.Account, progress, cancellationToken);
            await folder.EnsureClusterAsync(binaries, options.Durable, progress, cancellationToken);
            return await LaunchAsync(folder, options, binaries, progress, cancellationToken);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Starts a server with an empty folder of its own that goes when it stops: for tests.</summary>
    public static async Task<EmbeddedPostgres> StartTemporaryAsync(
        IProgress<string>? progress = null,
        CancellationToken cancellationToken = default
    )
    {
        await PostgresFolder.SweepAsync(Path.GetTempPath(), TemporaryPrefix + "*", cancellationToken);
        var directory = Directory.CreateTempSubdirectory(TemporaryPrefix);
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // PostgreSQL's account must pass through; what is private inside is closed by itself.
            File.SetUnixFileMode(
                directory.FullName,
                directory.UnixFileMode | UnixFileMode.OtherRead | UnixFileMode.OtherExecute
            );
        }

        return await StartAsync(
            new EmbeddedPostgresOptions
            {
                DataDirectory = directory.FullName,
                Durable = false,
                DeleteOnStop = true,
            },
            progress,
            cancellationToken
        );
    }

    /// <summary>For migrations, role creation and tests only: the superuser passes every tenant's wall.</summary>
    public string SuperuserConnectionString(string database = "postgres") =>
        new NpgsqlConnectionStringBuilder
        {
            Host = IPAddress.Loopback.ToString(),
            Port = Port,
            Username = "postgres",
            Password = _password,
            Database = database,
            // See DataSources: tried first, Kerberos spoils connections to a server that is just starting.
            GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;

    /// <summary>Ends all sessions, writes everything to disk and stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        _watch.StandardInput.Close();
        try
        {
            await _watch.WaitForExitAsync().WaitAsync(StopPatience);
        }
        catch (TimeoutException)
        {
            _watch.Kill(entireProcessTree: true);
        }

        _watch.Dispose();
        if (_options.DeleteOnStop)
        {
            _folder.Delete();
        }

        _folder.Dispose();
    }

    private static async Task<EmbeddedPostgres> LaunchAsync(
        PostgresFolder folder,
        EmbeddedPostgresOptions options,
        PostgresBinaries binaries,
        IProgress<string>? progress,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            File.Delete(folder.Log);
            var server = new EmbeddedPostgres(folder, options, binaries, options.Port ?? FreePort());
            try
            {
                await server.WaitUntilReadyAsync(cancellationToken);
                progress?.Report(
                    $"PostgreSQL {binaries.MajorVersion} ({binaries.Origin}) listens on 127.0.0.1:{server.Port}"
                );
                return server;
            }
            // Between finding a free port and listening on it somebody else may have taken it.
            catch (EmbeddedPostgresException exception)
                when (options.Port is null
                    && attempt < 3
                    && exception.Message.Contains("already in use", StringComparison.Ordinal)
                ) { }
            catch
            {
                server._watch.StandardInput.Close();
                await server._watch.WaitForExitAsync(CancellationToken.None);
                throw;
            }
        }
    }

    private Process Launch(PostgresBinaries binaries)
    {
        var settings = new Dictionary<string, string>
        {
            ["listen_addresses"] = IPAddress.Loopback.ToString(),
            ["port"] = Port.ToString(CultureInfo.InvariantCulture),
            ["unix_socket_directories"] = "",
            ["max_connections"] = "100",
            ["shared_buffers"] = "128MB",
            ["track_io_timing"] = "on",
            ["timezone"] = "UTC",
            ["log_timezone"] = "UTC",
            // A failed statement and the key it failed on may hold personal data.
            ["log_min_error_statement"] = "panic",
            ["log_error_verbosity"] = "terse",
        };
        if (!_options.Durable)
        {
            settings["fsync"] = "off";
            settings["full_page_writes"] = "off";
            settings["synchronous_commit"] = "off";
        }

        foreach (var (name, value) in _options.Settings)
        {
            settings[name] = value;
        }

        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true };
        var package = RepositoryFolder.PostgresPackage(RepositoryFolder.Find());
        string[] command =
        [
            Path.Combine(package, "watch.sh"),
            _folder.Log,
            _folder.Account.UserAndGroup,
            binaries.Postgres,
            "-D",
            _folder.Cluster,
            .. settings.SelectMany(setting => new[] { "-c", $"{setting.Key}={setting.Value}" }),
        ];
        foreach (var argument in command)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        // Its own word for it comes first: what answers on the port could be another server.
        for (var waited = Stopwatch.StartNew(); !SaysReady(); )
        {
            if (_watch.HasExited)
            {
                throw new EmbeddedPostgresException($"PostgreSQL did not start: {EndOfLog()}");
            }

            if (waited.Elapsed > StartPatience)
            {
                throw new EmbeddedPostgresException(
                    $"PostgreSQL is not ready after {StartPatience.TotalSeconds:0} seconds: {EndOfLog()}"
                );
            }

            await Task.Delay(20, cancellationToken);
        }

        try
        {
            await using var connection = new NpgsqlConnection(SuperuserConnectionString() + ";Pooling=false");
            await connection.OpenAsync(cancellationToken);
        }
        catch (NpgsqlException exception)
        {
            throw new EmbeddedPostgresException(
                $"PostgreSQL on {DataDirectory} runs and refuses its superuser ({exception.Message}). "
                    + "Begin anew with ./run --fresh.",
                exception
            );
        }
    }

    private bool SaysReady()
    {
        try
        {
            return File.ReadLines(PidFile).ElementAtOrDefault(7)?.Trim() == "ready";
        }
        catch (IOException)
        {
            return false; // Not there yet, or gone because the server has just ended.
        }
    }

    private string PidFile => Path.Combine(_folder.Cluster, "postmaster.pid");

    private string EndOfLog() =>
        File.Exists(LogFile)
            ? string.Join(Environment.NewLine, File.ReadLines(LogFile).TakeLast(12))
            : "it wrote no log.";

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
