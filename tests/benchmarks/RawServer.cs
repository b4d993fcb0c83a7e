using System.Text.Json;
using Npgsql;

namespace Mentoring.Benchmarks;

/// <summary>
/// The limit: the same answers from prepared SQL on a pooled connection, with no session, no wall, no validation, no
/// audit and no idempotency. What the product may lose to it is what all that costs.
/// </summary>
internal static class RawServer
{
    public static async Task Run(string connectionString, string url)
    {
        var source = new NpgsqlDataSourceBuilder(connectionString)
        {
            ConnectionStringBuilder = { MaxAutoPrepare = 50, AutoPrepareMinUsages = 1 },
        }.Build();
        await using var closing = source;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var json = new RawJson(RawJson.Wire());
        builder.Services.ConfigureHttpJsonOptions(o => o.SerializerOptions.TypeInfoResolverChain.Insert(0, json));
        await using var app = builder.Build();
        // What goes wrong here is a mistake of the benchmark: it stops the run, and says why.
        app.UseExceptionHandler(failed =>
            failed.Run(http =>
                http.Response.WriteAsync(
                    http.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()!.Error.ToString()
                )
            )
        );
        var organization = app.MapGroup("/api/v1/organizations/{organizationId:guid}");
        organization.MapGet(
            "/pairs",
            async (Guid organizationId, CancellationToken ct) =>
                TypedResults.Json(await RawPairs.Read(source, organizationId, ct), json.PagePairItem)
        );
        organization.MapGet(
            "/programs/{programId:guid}",
            async (Guid organizationId, Guid programId, CancellationToken ct) =>
                TypedResults.Json(await RawProgram.Read(source, organizationId, programId, ct), json.ProgramCard)
        );
        organization.MapPost(
            "/meetings",
            async (Guid organizationId, HttpRequest request, CancellationToken ct) =>
            {
                var body = (await JsonSerializer.DeserializeAsync(request.Body, json.LogMeeting, ct))!;
                return TypedResults.Json(
                    await RawMeeting.Log(source, organizationId, body, ct),
                    json.WrittenMeeting,
                    statusCode: StatusCodes.Status201Created
                );
            }
        );
        app.MapGet("/health/live", () => Results.Text("live"));
        await app.RunAsync();
    }
}
