using System.Collections.Concurrent;
using System.Net;
using Mentoring.Host.Demo;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Schema;
using Npgsql;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// The server, and PostgreSQL, killed without warning while four curators write and repeat what was not answered:
/// nothing acknowledged is lost, nothing is there twice.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("mentoring-kill-").FullName;
    private readonly int databasePort = ServerProcess.FreePort();
    private readonly int serverPort = ServerProcess.FreePort();
    private readonly ConcurrentDictionary<string, Guid> acknowledged = new(StringComparer.Ordinal);
    private int unanswered;
    private Task[] writers = [];
    private EmbeddedPostgres postgres = null!;
    private DatabaseSetup setup = null!;
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        postgres = await StartPostgres();
        setup = await DatabaseSetup.OnOwnServer(postgres.SuperuserConnectionString(), "kill", CancellationToken.None);
        (await Migrator.Run(setup.Owner, CancellationToken.None)).Findings.ShouldBeEmpty();
        database = new TestDatabase(null!, "kill", setup, postgres.SuperuserConnectionString("kill"));
        await TestTree.Plant(database);
    }

    [Fact]
    public async Task The_server_killed_under_writes_loses_nothing_and_doubles_nothing()
    {
        using var first = await ServerProcess.Start(setup.Logins, serverPort);
        using var stop = new CancellationTokenSource();
        writers = StartWriters(first.Address, stop.Token);
        await UntilAcknowledged(40);

        first.Kill();
        using var second = await ServerProcess.Start(setup.Logins, serverPort);
        await UntilAcknowledged(acknowledged.Count + 40);
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        await AssertLedger();
    }

    [Fact]
    public async Task PostgreSQL_killed_under_writes_loses_nothing_and_doubles_nothing()
    {
        using var server = await ServerProcess.Start(setup.Logins, serverPort);
        using var stop = new CancellationTokenSource();
        writers = StartWriters(server.Address, stop.Token);
        await UntilAcknowledged(40);

        using (var postmaster = System.Diagnostics.Process.GetProcessById(postgres.ProcessId))
            postmaster.Kill();
        await postgres.Exited;
        await postgres.DisposeAsync();
        using var nobody = new ApiClient(server.Address);
        var answer = await nobody.Post("/api/v1/accounts/sign-in", new { login = "x", password = "y" });
        answer.ShouldBe(HttpStatusCode.ServiceUnavailable, "server.unavailable");
        answer.Headers.Keys.ShouldContain("Retry-After");

        postgres = await StartPostgres();
        await UntilAcknowledged(acknowledged.Count + 40);
        await stop.CancelAsync();
        await Task.WhenAll(writers);

        await AssertLedger();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private Task<EmbeddedPostgres> StartPostgres() =>
        EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataDirectory = folder, Port = databasePort });

    private Task[] StartWriters(Uri address, CancellationToken stop) =>
        [.. Enumerable.Range(0, 4).Select(n => Task.Run(() => Write(address, n, stop), CancellationToken.None))];

    /// <summary>One mentor after another; what was not answered is asked again with the same key, as the client does.</summary>
    private async Task Write(Uri address, int writer, CancellationToken stop)
    {
        using var curator = new ApiClient(address, TestTree.School);
        await curator.SignIn(TestTree.Login("curator", TestTree.School), TestTree.Password);
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            var name = "Запись-" + Letters(writer) + "-" + Letters(n);
            var key = Guid.NewGuid();
            while (true)
            {
                try
                {
                    var answer = await curator.Post("~/mentors", TestPeople.Mentor(name), key);
                    if (answer.Status == HttpStatusCode.Created)
                    {
                        acknowledged[name] = (Guid)answer.Json["id"]!;
                        break;
                    }
                    answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, answer.Text);
                }
                catch (HttpRequestException)
                {
                    // The connection broke: nobody knows whether it was done.
                }
                Interlocked.Increment(ref unanswered);
                await Task.Delay(100, CancellationToken.None);
            }
        }
    }

    /// <summary>A number in letters: names have no digits.</summary>
    private static string Letters(int n) =>
        string.Concat(
            n.ToString(System.Globalization.CultureInfo.InvariantCulture).Select(d => (char)('а' + (d - '0')))
        );

    private async Task UntilAcknowledged(int count)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (acknowledged.Count < count)
        {
            if (writers.FirstOrDefault(w => w.IsFaulted) is { } failed)
                await failed;
            await Task.Delay(20, patience.Token);
        }
    }

    private async Task AssertLedger()
    {
        // The test's own pool still holds connections to the server that was killed.
        NpgsqlConnection.ClearAllPools();
        var stored = new List<(string Name, Guid Id)>();
        await using var connection = new NpgsqlConnection(database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT p.family_name, m.id FROM mentoring.mentor_profile m
            JOIN mentoring.person p ON p.tenant_id = m.tenant_id AND p.id = m.person_id
            """,
            connection
        );
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            stored.Add((rows.GetString(0), rows.GetGuid(1)));
        output.WriteLine($"{acknowledged.Count} acknowledged, {unanswered} asked again, {stored.Count} stored");

        unanswered.ShouldBeGreaterThan(0, "the kill hit no write");
        stored.Select(s => s.Name).Distinct().Count().ShouldBe(stored.Count, "doubles");
        foreach (var (name, id) in acknowledged)
            stored.ShouldContain((name, id));
        stored.Count.ShouldBe(acknowledged.Count, "half records, or writes that nobody was told of");
    }
}
