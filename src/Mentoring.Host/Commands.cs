using Mentoring.Host.Demo;
using Mentoring.Host.Serving;
using Mentoring.Platform.Platform.Contract;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Schema;
using Microsoft.OpenApi;
using Npgsql;
using Swashbuckle.AspNetCore.Swagger;

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

    private static async Task<int> Serve(ServerOptions options)
    {
        try
        {
            await using var app = Server.Build(options);
            await Server.RefuseBrokenWalls(app);
            await app.RunAsync();
            return 0;
        }
        catch (Exception e) when (e is StartRefusedException or NpgsqlException)
        {
            // Npgsql's messages at this point name hosts, logins and settings; no rows were read yet.
            await Console.Error.WriteLineAsync(
                e switch
                {
                    PostgresException refused => $"The database refuses: {refused.MessageText}",
                    NpgsqlException => $"The database cannot be reached: {e.Message}",
                    _ => e.Message,
                }
            );
            return 1;
        }
    }

    private static async Task<int> Migrate(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        if (configuration.GetConnectionString("Owner") is not { Length: > 0 } owner)
        {
            await Console.Error.WriteLineAsync("Set ConnectionStrings__Owner to the connection string of the owner.");
            return 2;
        }
        var (applied, findings) = await Migrator.Run(owner, CancellationToken.None);
        foreach (var name in applied)
            Console.WriteLine($"applied {name}");
        foreach (var finding in findings)
            await Console.Error.WriteLineAsync(finding);
        return findings.Count == 0 ? 0 : 1;
    }

    private static async Task<int> WriteContract(string file)
    {
        await using var app = Server.Build(
            new ServerOptions { Logins = new DatabaseLogins("Host=none", "Host=none", "Host=none", "Host=none") }
        );
        var contract = await Contract(app);
        // A file that has not changed keeps its time: the client's types are made from it.
        if (!File.Exists(file) || await File.ReadAllTextAsync(file) != contract)
            await File.WriteAllTextAsync(file, contract);
        return 0;
    }

    /// <summary>The contract of a built server, as JSON of OpenAPI 3.1.</summary>
    public static async Task<string> Contract(WebApplication app)
    {
        var document = app.Services.GetRequiredService<ISwaggerProvider>().GetSwagger(ContractServices.DocumentName);
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        return json.ReplaceLineEndings("\n") + "\n";
    }
}
