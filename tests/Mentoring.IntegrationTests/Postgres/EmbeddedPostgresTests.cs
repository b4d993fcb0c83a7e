using System.Diagnostics;
using System.Globalization;
using Mentoring.Host.Demo;
using Npgsql;

namespace Mentoring.IntegrationTests.Postgres;

/// <summary>The server under the demo and under every test here: it keeps what it should and leaves nothing behind.</summary>
public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly DirectoryInfo _parent = Directory.CreateTempSubdirectory("mentoring-folder-");

    public EmbeddedPostgresTests()
    {
        if (!OperatingSystem.IsWindows())
        {
            // As root the server runs as another user, who must pass through.
            File.SetUnixFileMode(
                _parent.FullName,
                _parent.UnixFileMode | UnixFileMode.OtherRead | UnixFileMode.OtherExecute
            );
        }
    }

    public void Dispose() => _parent.Delete(recursive: true);

    [Fact]
    public async Task A_second_start_keeps_the_data_and_a_fresh_one_does_not()
    {
        await using (var first = await StartAsync())
        {
            await ScalarAsync(first, "create table kept as select 7 as x");
        }

        await using (var second = await StartAsync())
        {
            (await ScalarAsync(second, "select x from kept")).ShouldBe(7);
        }

        await using var fresh = await StartAsync(Options() with { Fresh = true });
        (await ScalarAsync(fresh, "select to_regclass('kept') is null")).ShouldBe(true);
    }

    [Fact]
    public async Task It_listens_on_the_loopback_address_only_and_asks_for_the_password()
    {
        await using var server = await StartAsync();

        (await ScalarAsync(server, "show listen_addresses")).ShouldBe("127.0.0.1");
        (await ScalarAsync(server, "show unix_socket_directories")).ShouldBe("");
        var wrong = new NpgsqlConnectionStringBuilder(server.SuperuserConnectionString())
        {
            Password = "guess",
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(wrong.ConnectionString);
        (await Should.ThrowAsync<PostgresException>(() => connection.OpenAsync(Cancellation))).SqlState.ShouldBe(
            PostgresErrorCodes.InvalidPassword
        );
        var secret = new FileInfo(Path.Combine(Folder, "superuser.password"));
        secret.UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Russian_words_are_compared_searched_and_sorted_as_Russian()
    {
        await using var server = await StartAsync();

        (await ScalarAsync(server, "select lower('ЁЖ')")).ShouldBe("ёж");
        (
            await ScalarAsync(
                server,
                "select to_tsvector('russian', 'пары наставников') @@ to_tsquery('russian', 'наставник')"
            )
        ).ShouldBe(true);
        (
            await ScalarAsync(
                server,
                """select string_agg(x, '' order by x collate "ru-x-icu") from unnest(array['я','Ё','е','Ж']) x"""
            )
        ).ShouldBe("еЁЖя");
    }

    [Fact]
    public async Task Killing_the_process_that_started_it_stops_it()
    {
        using var parent = Process.Start(
            new ProcessStartInfo("dotnet")
            {
                ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Mentoring.Host.dll"), "postgres", Folder },
                RedirectStandardOutput = true,
            }
        )!;
        (await parent.StandardOutput.ReadLineAsync(Cancellation)).ShouldNotBeNull();
        using var server = Process.GetProcessById(ServerId());

        parent.Kill(entireProcessTree: false);

        await server.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await using var again = await StartAsync();
        (await ScalarAsync(again, "select 1")).ShouldBe(1);
    }

    [Fact]
    public async Task Killing_the_server_is_noticed_and_the_next_start_recovers_what_was_committed()
    {
        var durable = Options() with { Durable = true };
        await using (var server = await StartAsync(durable))
        {
            await ScalarAsync(server, "create table kept as select 7 as x");
            using var process = Process.GetProcessById(server.ProcessId);
            process.Kill();
            await server.Exited.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        }

        await using var again = await StartAsync(durable);
        (await ScalarAsync(again, "select x from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task A_stale_pid_file_that_names_a_living_stranger_does_not_stop_the_start()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(
            PidFile,
            string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}\n{Folder}\n"),
            Cancellation
        );

        await using var server = await StartAsync();

        server.ProcessId.ShouldNotBe(Environment.ProcessId);
    }

    [Fact]
    public async Task A_folder_in_use_is_refused_with_a_clear_message()
    {
        await using var server = await StartAsync();

        var refusal = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync());

        refusal.Message.ShouldContain(Folder);
        refusal.Message.ShouldContain("in use");
    }

    [Fact]
    public async Task A_folder_of_another_major_version_is_refused_with_a_clear_message()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(Folder, "cluster", "PG_VERSION"), "12\n", Cancellation);

        var refusal = await Should.ThrowAsync<EmbeddedPostgresException>(() => StartAsync());

        refusal.Message.ShouldContain("PostgreSQL 12");
        refusal.Message.ShouldContain("--fresh");
    }

    [Fact]
    public async Task A_taken_port_is_refused_with_what_the_server_said()
    {
        await using var server = await StartAsync();

        var refusal = await Should.ThrowAsync<EmbeddedPostgresException>(() =>
            StartAsync(
                new EmbeddedPostgresOptions
                {
                    DataDirectory = Path.Combine(_parent.FullName, "other"),
                    Durable = false,
                    Port = server.Port,
                }
            )
        );

        refusal.Message.ShouldContain("already in use");
    }

    [Fact]
    public async Task A_temporary_server_takes_its_folder_with_it_and_sweeps_those_of_killed_ones()
    {
        var abandoned = Directory.CreateTempSubdirectory("mentoring-postgres-");
        await File.WriteAllTextAsync(Path.Combine(abandoned.FullName, "lock"), "", Cancellation);
        string folder;
        await using (var server = await EmbeddedPostgres.StartTemporaryAsync(cancellationToken: Cancellation))
        {
            folder = server.DataDirectory;
            Directory.Exists(folder).ShouldBeTrue();
            abandoned.Refresh();
            abandoned.Exists.ShouldBeFalse();
        }

        Directory.Exists(folder).ShouldBeFalse();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Folder => Path.Combine(_parent.FullName, "postgres");

    private string PidFile => Path.Combine(Folder, "cluster", "postmaster.pid");

    private int ServerId() => int.Parse(File.ReadLines(PidFile).First(), CultureInfo.InvariantCulture);

    private EmbeddedPostgresOptions Options() => new() { DataDirectory = Folder, Durable = false };

    private Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions? options = null) =>
        EmbeddedPostgres.StartAsync(options ?? Options(), cancellationToken: Cancellation);

    private static async Task<object?> ScalarAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.SuperuserConnectionString());
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
