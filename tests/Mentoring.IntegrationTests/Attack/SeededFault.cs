using MediatR;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.Platform.Platform.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.Attack;

/// <summary>Something that turns red where the product is broken: a test of the product, or its own start.</summary>
internal sealed record Guard(string Name, Func<FaultyApp, Task> Run);

/// <summary>A mistake that somebody could make, made on purpose, and the guard that has to see it.</summary>
/// <param name="Red">A part of what the guard says when it turns red: that it is red for this reason.</param>
internal sealed record SeededFault(string Name, Guard Guard, string Red)
{
    public Action<IServiceCollection> Services { get; init; } = _ => { };

    public Action<WebApplication> Map { get; init; } = _ => { };

    public Func<FaultyApp, DatabaseLogins, DatabaseLogins> Logins { get; init; } = (_, logins) => logins;
}

/// <summary>The product with a fault, or whole where there is none.</summary>
internal sealed class FaultyApp(TestPostgres postgres, SeededFault? fault) : PairsApp(postgres)
{
    protected override void Configure(IServiceCollection services) => fault?.Services(services);

    protected override void Map(WebApplication server) => fault?.Map(server);

    protected override DatabaseLogins ReplaceLogins(DatabaseLogins logins) =>
        fault is null ? logins : fault.Logins(this, logins);
}

internal static class FaultyServices
{
    /// <summary>Puts another step in the place of one, or takes it out.</summary>
    public static void ReplaceStep(this IServiceCollection services, Type step, Type? other)
    {
        var at = services.IndexOf(services.Single(d => d.ImplementationType == step));
        services.RemoveAt(at);
        if (other is not null)
            services.Insert(at, ServiceDescriptor.Scoped(typeof(IPipelineBehavior<,>), other));
    }

    /// <summary>Puts another step in front of one.</summary>
    public static void AddStepBefore(this IServiceCollection services, Type step, Type other) =>
        services.Insert(
            services.IndexOf(services.Single(d => d.ImplementationType == step)),
            ServiceDescriptor.Scoped(typeof(IPipelineBehavior<,>), other)
        );
}
