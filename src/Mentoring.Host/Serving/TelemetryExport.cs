using System.Reflection;
using Mentoring.Platform.Platform.Telemetry;
using Mentoring.Platform.Platform.Work;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Mentoring.Host.Serving;

/// <summary>
/// Sends traces and metrics to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names; without it nothing of this exists.
/// How often, by which protocol and how much of it is said by the other variables of OpenTelemetry.
/// </summary>
internal sealed class TelemetryExport(string service, IServiceProvider services) : IHostedService
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Meters of the frameworks, and ours.</summary>
    private static readonly string[] Meters =
    [
        Measures.Name,
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        KnownAttributes.Sql,
        "System.Runtime",
    ];

    private TracerProvider? traces;
    private MeterProvider? metrics;

    /// <exception cref="StartRefusedException">The endpoint is no address.</exception>
    public static void Add(WebApplicationBuilder builder, ServerOptions options)
    {
        if (builder.Configuration[Endpoint] is not { Length: > 0 } endpoint)
            return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new StartRefusedException($"{Endpoint} is no address: {endpoint}");
        // ASP.NET Core describes a request by itself, unless it is told to leave that to somebody else.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        builder.Services.AddTransient<IStartupFilter, RequestSpans>();
        if (options.Work)
            builder.Services.AddSingleton<WorkGauges>();
        var service =
            !options.Work ? "mentoring-serve"
            : options.Api ? "mentoring-demo"
            : "mentoring-work";
        // First of all, so that it ends last and tells of the end of the others.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IHostedService>(sp => new TelemetryExport(service, sp)));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Nobody else asks for them, and they speak only when asked.
        services.GetService<WorkGauges>();
        var version = typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        var resource = ResourceBuilder
            .CreateEmpty()
            .AddService(service, serviceVersion: version?.InformationalVersion)
            .AddTelemetrySdk()
            .AddEnvironmentVariableDetector();
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Measures.Name, "Microsoft.AspNetCore", KnownAttributes.Sql, KnownAttributes.Name)
            .AddProcessor(new KnownAttributes())
            .AddOtlpExporter()
            .Build();
        metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(Meters)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        // Each sends what it still has; a collector that is away must not hold up the end.
        traces?.Shutdown(2000);
        metrics?.Shutdown(2000);
        traces?.Dispose();
        metrics?.Dispose();
        return Task.CompletedTask;
    }
}
