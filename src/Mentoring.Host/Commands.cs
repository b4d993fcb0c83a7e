using Mentoring.Host.Demo;
using Mentoring.Host.Serving;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Schema;
using Npgsql;

namespace Mentoring.Host;

/// <summary>One executable, many workloads: the first argument says which.</summary>
public static class Commands
{
    private const string Help = """
        Mentoring.Host serve            answers the API, and with --client FOLDER the built client
        Mentoring.Host work             does work items and keeps the clock; answers /health alone
        Mentoring.Host migrate          brings the database to the newest schema (ConnectionStrings__Owner)
        Mentoring.Host demo             starts PostgreSQL, makes the demo region, serves and works, in one process
        Mentoring.Host postgres FOLDER  runs the embedded PostgreSQL alone
        Mentoring.Host openapi FILE     writes the contract; needs no database
        Mentoring.Host health           asks the server in this container whether it is ready
        """;

    public static async Task<int> Run(string[] args)
    {
        switch (args.FirstOrDefault())
        {
            case "serve":
                return await Serve(
                    new ServerOptions
                    {
                        Args = args[1..],
                        ClientFolder = new ConfigurationBuilder().AddCommandLine(args[1..]).Build()["client"],
                    }
                );
            case "work":
                return await Serve(
                    new ServerOptions
                    {
                        Args = args[1..],
                        Api = false,
                        Work = true,
                    }
                );
            case "migrate":
                return await Migrate(args[1..]);
            case "demo":
                return await DemoCommand.Run(args[1..]);
            case "postgres":
                return await Interruptible.Run(stop => PostgresCommand.RunAsync(args[1..], stop));
            case "openapi" when args is [_, var file] && !file.StartsWith('-'):
                return await WriteContract(file);
            case "health":
                return await HealthCommand.Run(args[1..]);
            default:
                await Console.Error.WriteLineAsync(Help);
                return 2;
        }
    }

    private static Task<int> Serve(ServerOptions options) =>
        Explained(async () =>
        {
            await using var app = Server.Build(options);
            await Server.RefuseBrokenWalls(app);
            await app.RunAsync();
            return 0;
        });

    private static Task<int> Migrate(string[] args) =>
        Explained(async () =>
        {
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
            if (configuration.GetConnectionString("Owner") is not { Length: > 0 } owner)
                throw new StartRefusedException("Set ConnectionStrings__Owner to the connection string of the owner.");
            var (applied, findings) = await Migrator.Run(owner, CancellationToken.None);
            foreach (var name in applied)
                Console.WriteLine($"applied {name}");
            foreach (var finding in findings)
                await Console.Error.WriteLineAsync(finding);
            return findings.Count == 0 ? 0 : 1;
        });

    /// <summary>What whoever runs the product can mend is told in one line; everything else is a bug and keeps its trace.</summary>
    private static async Task<int> Explained(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (Exception e) when (e is StartRefusedException || Database(e) is not null)
        {
            // At this point Npgsql's messages name hosts, logins and settings; no rows were read yet.
            await Console.Error.WriteLineAsync(
                Database(e) switch
                {
                    PostgresException refused => $"The database refuses: {refused.MessageText}",
                    { } unreachable => $"The database cannot be reached: {unreachable.Message}",
                    null => e.Message,
                }
            );
            return 1;
        }
    }

    /// <summary>EF wraps what Npgsql says.</summary>
    private static NpgsqlException? Database(Exception e) =>
        e as NpgsqlException ?? e.InnerException as NpgsqlException;

    private static async Task<int> WriteContract(string file)
    {
        await using var app = Server.Build(
            new ServerOptions { Logins = new DatabaseLogins("Host=none", "Host=none", "Host=none", "Host=none") }
        );
        var contract = await Server.Contract(app);
        // A file that has not changed keeps its time: the client's types are made from it.
        if (!File.Exists(file) || await File.ReadAllTextAsync(file) != contract)
            await File.WriteAllTextAsync(file, contract);
        return 0;
    }
}
