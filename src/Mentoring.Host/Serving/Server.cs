using Mentoring.Platform;
using Mentoring.Platform.Platform.Contract;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Schema;
using Mentoring.Platform.Platform.Time;
using Mentoring.Platform.Platform.Work;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Mentoring.Host.Serving;

/// <summary>Puts a server together: the product, the client, limits, health.</summary>
public static class Server
{
    /// <exception cref="StartRefusedException">The machine or the configuration lacks something; the message says what.</exception>
    public static WebApplication Build(ServerOptions options)
    {
        Machine.RefuseIfBare();
        var builder = WebApplication.CreateSlimBuilder(options.Args);
        builder.Services.AddSingleton(options.Logins ?? ReadLogins(builder.Configuration));
        builder.Services.AddMentoring();
        builder.Services.AddWork(builder.Configuration);
        if (options.Work)
            builder.Services.AddWorking();
        builder.Services.AddResponseCompression();
        builder.Services.AddSingleton<AskedDatabase>();
        builder.Services.AddRequestLimits(builder.Configuration);
        builder.Services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyLimit.Largest;
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        if (options.Url is not null)
            builder.WebHost.UseUrls(options.Url);
        ConfigureLogs(builder.Logging);
        TelemetryExport.Add(builder, options);
        options.Services?.Invoke(builder.Services);

        var app = builder.Build();
        if (options.Api)
            UseApi(app, options);
        else
            app.MapHealth(options.Work);
        return app;
    }

    private static void UseApi(WebApplication app, ServerOptions options)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<BodyLimit>();
        app.UseResponseCompression();
        if (options.ClientFolder is { } folder)
            app.UseClient(folder);
        app.UseRouting();
        app.UseRateLimiter();
        app.MapHealth(options.Work);
        app.MapContract();
        app.UseMentoring();
#pragma warning disable ASP0014 // Said here so that the contract can be written without starting the server.
        app.UseEndpoints(_ => { });
#pragma warning restore ASP0014
    }

    /// <summary>Reads the demonstration's calendar, if there is one, and refuses to go on where a wall is missing.</summary>
    /// <exception cref="StartRefusedException">A check found something; the message says what.</exception>
    public static async Task RefuseBrokenWalls(WebApplication app)
    {
        var sources = app.Services.GetRequiredService<DataSources>();
        Refuse("Addresses stand outside the walls", EndpointCheck.Run(((IEndpointRouteBuilder)app).DataSources));
        Refuse("The logins are not the restricted ones", await LoginCheck.Run(sources, CancellationToken.None));
        await using var connection = await sources.For(DatabaseLogin.Work).OpenConnectionAsync();
        Refuse(
            "The database's walls are not as they should be",
            await CatalogCheck.Run(connection, CancellationToken.None)
        );
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT shift FROM mentoring.calendar_shift";
        if (await command.ExecuteScalarAsync() is TimeSpan shift)
            app.Services.GetRequiredService<SchoolCalendar>().Shift = shift;
    }

    /// <summary>The contract of a built server, as JSON of OpenAPI 3.1.</summary>
    public static async Task<string> Contract(WebApplication app)
    {
        var document = app.Services.GetRequiredService<ISwaggerProvider>().GetSwagger(ContractServices.DocumentName);
        var json = await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1);
        return json.ReplaceLineEndings("\n") + "\n";
    }

    private static void Refuse(string what, IReadOnlyList<string> findings)
    {
        if (findings.Count > 0)
            throw new StartRefusedException($"{what}:\n" + string.Join('\n', findings));
    }

    private static void ConfigureLogs(ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddJsonConsole(o => o.UseUtcTimestamp = true);
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Mentoring", LogLevel.Information);
        // These write the parameters or the values of rows: personal data.
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        logging.AddFilter("Npgsql", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    private static DatabaseLogins ReadLogins(IConfiguration configuration)
    {
        string Read(string name) =>
            configuration.GetConnectionString(name) is { Length: > 0 } value
                ? value
                : throw new StartRefusedException(
                    $"Set ConnectionStrings__{name} to a connection string of the login mentoring_{name.ToLowerInvariant()}."
                );
        return new DatabaseLogins(Read("School"), Read("Oversight"), Read("Work"), Read("Accounts"));
    }
}
