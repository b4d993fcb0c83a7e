using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Pipeline;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Platform.Composition;

/// <summary>Puts the platform and its features together.</summary>
public static class FeatureServices
{
    public static IServiceCollection AddMentoringPlatform(
        this IServiceCollection services,
        IReadOnlyList<Feature> features,
        RoleCatalog roles
    )
    {
        RefuseUnprotectedRequests();
        services.AddSingleton(roles);
        services.AddSingleton(features);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<SchoolCalendar>();
        services.AddHttpContextAccessor();
        services.AddScoped<RequestScope>();
        services.AddSingleton<CursorSeal>();
        services.AddScoped<Dispatcher>();
        services.AddSingleton(new ModelParts([PlatformMapping.Configure, .. features.Select(f => f.Model)]));
        services.AddMentoringData();
        AddRequests(services);
        foreach (var feature in features)
            feature.Services(services);
        return services;
    }

    /// <summary>Maps every feature's routes, tagged by its noun.</summary>
    public static void MapFeatures(this IEndpointRouteBuilder app, IReadOnlyList<Feature> features)
    {
        var api = app.MapApi();
        foreach (var feature in features)
        {
            RouteGroupBuilder Tagged(IEndpointRouteBuilder level) => level.MapGroup("").WithTags(feature.Name);
            feature.Routes(
                new ApiRoutes(Tagged(api.Root), Tagged(api.Region), Tagged(api.Municipality), Tagged(api.Organization))
            );
        }
    }

    /// <summary>All requests of the product.</summary>
    public static IReadOnlyList<Type> Requests { get; } =
    [
        .. typeof(Feature)
            .Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsAssignableTo(typeof(IBaseRequest)))
            .OrderBy(t => t.FullName, StringComparer.Ordinal),
    ];

    /// <exception cref="InvalidOperationException">
    /// A request says not, or says twice, who may ask; or is audited without a subject.
    /// </exception>
    private static void RefuseUnprotectedRequests()
    {
        var open = Requests.Where(r => Protection.Of(r) is null).Select(r => r.Name).ToList();
        if (open.Count > 0)
            throw new InvalidOperationException($"Not protected by exactly one attribute: {string.Join(", ", open)}.");
        var nameless = Requests
            .Where(r =>
                Attribute.IsDefined(r, typeof(AuditedReadAttribute)) && !r.IsAssignableTo(typeof(IReadsSubject))
            )
            .Select(r => r.Name)
            .ToList();
        if (nameless.Count > 0)
            throw new InvalidOperationException($"Audited, but of which subject: {string.Join(", ", nameless)}.");
    }

    private static void AddRequests(IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(sp => sp.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(MeasuringStep<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(PermissionStep<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(ValidationStep<,>));
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionStep<,>));
        foreach (var type in typeof(Feature).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsClass: true }))
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                var definition = contract.GetGenericTypeDefinition();
                if (definition == typeof(IRequestHandler<,>))
                    services.AddScoped(contract, type);
                else if (definition == typeof(IValidator<>) && !type.ContainsGenericParameters)
                    services.AddSingleton(contract, type);
            }
        }
    }
}
