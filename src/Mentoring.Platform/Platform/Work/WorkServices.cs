using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Mentoring.Platform.Platform.Work;

/// <summary>How a process works; section <c>Work</c> of the configuration.</summary>
public sealed record WorkOptions
{
    /// <summary>Items that one process does at a time.</summary>
    public int Concurrency { get; init; } = 2;

    /// <summary>How long an item that is being done may go on after the process was told to stop.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(25);
}

public static class WorkServices
{
    /// <summary>What doing work needs; nothing of it runs by itself.</summary>
    public static IServiceCollection AddWork(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Work").Get<WorkOptions>() ?? new WorkOptions());
        services.AddSingleton<WorkNode>();
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<WorkTallies>();
        services.AddSingleton<WorkDesk>();
        services.AddSingleton<WorkPulse>();
        services.AddSingleton<WorkHealth>();
        services.AddSingleton<WorkLoop>();
        services.AddSingleton<DuePeriods>();
        services.AddSingleton<PeriodKinds>();
        services.AddSingleton(PeriodKind.NewDay);
        services.AddScoped<IWorkHandler, LookAgainOnNewDay>();
        services.AddScoped<IWorkHandler, RemoveWhatIsOver>();
        return services;
    }

    /// <summary>The loop and the clock: this process works. After everything that registers kinds of periods.</summary>
    public static IServiceCollection AddWorking(this IServiceCollection services)
    {
        services.AddHostedService(sp => sp.GetRequiredService<WorkLoop>());
        // Longer than the grace of an item, so that the loop ends in order.
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));
        services.AddClock();
        return services;
    }
}
