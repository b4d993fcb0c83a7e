using System.Diagnostics;
using Mentoring.Host.Demo.Region;
using Mentoring.Host.Serving;
using Mentoring.Platform.Platform.Schema;

namespace Mentoring.Host.Demo;

/// <summary>
/// <c>demo [--data FOLDER] [--client FOLDER] [--port N] [--history none] [--fresh]</c>: PostgreSQL, the demo region, API,
/// client and work in one process. Without its history the region has its tree, lists and logins only, and starts
/// at once: tests that make their own people ask for that.
/// </summary>
internal static class DemoCommand
{
    public static Task<int> Run(string[] args) => Interruptible.Run(stop => Run(args, stop));

    private static async Task<int> Run(string[] args, CancellationToken stop)
    {
        var watch = Stopwatch.StartNew();
        void Say(string text) => Console.WriteLine($"[{watch.Elapsed.TotalSeconds, 5:0.0} s] {text}");
        var options = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(Switches(args)).Build();
        EmbeddedPostgres? server = null;
        try
        {
            if (options["client"] is { } client)
                Client.RefuseIfAbsent(client);
            DatabaseSetup setup;
            if (options.GetConnectionString("Owner") is { Length: > 0 } owner)
            {
                Say("using the PostgreSQL that ConnectionStrings__Owner names");
                setup = await DatabaseSetup.OnGivenServer(owner, stop);
            }
            else
            {
                server = await EmbeddedPostgres.StartAsync(
                    new EmbeddedPostgresOptions
                    {
                        DataDirectory = options["data"] ?? Path.Combine(".data", "demo"),
                        Fresh = options["fresh"] == "true",
                    },
                    new Progress<string>(Say),
                    stop
                );
                setup = await DatabaseSetup.OnOwnServer(server.SuperuserConnectionString(), "mentoring", stop);
            }
            return await Serve(options, setup, Say, stop);
        }
        catch (Exception e) when (e is EmbeddedPostgresException or StartRefusedException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            if (server is not null)
                await server.DisposeAsync();
        }
    }

    private static async Task<int> Serve(
        IConfiguration options,
        DatabaseSetup setup,
        Action<string> say,
        CancellationToken stop
    )
    {
        var (applied, findings) = await Migrator.Run(setup.Owner, stop);
        if (applied.Count > 0)
            say($"{applied.Count} migrations applied");
        if (findings.Count > 0)
            throw new InvalidOperationException(string.Join('\n', findings));
        var isNew = await DemoTree.Plant(setup.Owner, options["fresh"] == "true", say, stop);
        var port = options.GetValue("port", 5080);
        await using var app = Server.Build(
            new ServerOptions
            {
                Logins = setup.Logins,
                Work = true,
                ClientFolder = options["client"],
                Url = $"http://127.0.0.1:{port}",
            }
        );
        await Server.RefuseBrokenWalls(app);
        if (isNew)
            await new DemoHistory(app.Services, setup.Owner, say).Play(
                options["history"] == "none" ? [] : DemoPlan.All,
                stop
            );
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException)
        {
            await Console.Error.WriteLineAsync(
                $"Port {port} is taken. Stop what listens there, or choose another one: ./run --port 5081"
            );
            return 1;
        }
        say($"ready: http://127.0.0.1:{port}");
        Console.WriteLine(DemoGuide.Text(port));
        await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // In order: the clock leaves its cluster, and an item that is being done is finished.
        await app.StopAsync(CancellationToken.None);
        return 0;
    }

    /// <summary><c>--fresh</c> stands alone.</summary>
    private static string[] Switches(string[] args) => [.. args.Select(a => a == "--fresh" ? "--fresh=true" : a)];
}
