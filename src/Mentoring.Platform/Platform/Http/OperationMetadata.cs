using System.Text.Json;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Platform.Platform.Http;

/// <summary>What the contract says about an operation beside its shapes.</summary>
/// <param name="Errors">The refusals of its own; those that any operation can give are added from its attributes.</param>
public sealed record OperationMetadata(
    Type Request,
    Type? Response,
    int Status,
    string Summary,
    IReadOnlyList<Error> Errors
)
{
    /// <summary>A body that works, as it would be sent.</summary>
    public object? Example { get; init; }

    /// <summary>The answer's media type.</summary>
    public string MediaType { get; init; } = "application/json";

    /// <summary>The operationId, where the request's own name would not be unique.</summary>
    public string? Name { get; init; }

    public string OperationId => Name ?? JsonNamingPolicy.CamelCase.ConvertName(Request.Name);
}

public static class OperationExtensions
{
    /// <summary>Names the operation after its request and tells the contract what it answers.</summary>
    public static RouteHandlerBuilder Describes<TRequest, TResponse>(
        this RouteHandlerBuilder route,
        string summary,
        params Error[] errors
    )
    {
        var isDone = typeof(TResponse) == typeof(Done);
        return Add(
            route,
            new OperationMetadata(
                typeof(TRequest),
                isDone ? null : typeof(TResponse),
                isDone ? 204 : 200,
                summary,
                errors
            )
        );
    }

    /// <summary>The same for an operation that makes something: 201.</summary>
    public static RouteHandlerBuilder DescribesCreation<TRequest, TResponse>(
        this RouteHandlerBuilder route,
        string summary,
        params Error[] errors
    ) => Add(route, new OperationMetadata(typeof(TRequest), typeof(TResponse), 201, summary, errors));

    /// <summary>The same for an operation that answers with a file.</summary>
    public static RouteHandlerBuilder DescribesFile<TRequest>(
        this RouteHandlerBuilder route,
        string mediaType,
        string summary,
        params Error[] errors
    ) =>
        Add(
            route,
            new OperationMetadata(typeof(TRequest), typeof(byte[]), 200, summary, errors) { MediaType = mediaType }
        );

    /// <summary>A body that works; shown in the contract and checked against its schema.</summary>
    public static RouteHandlerBuilder WithExample(this RouteHandlerBuilder route, object body) =>
        route.Change(metadata => metadata with { Example = body });

    /// <summary>An operationId of its own, for a use case that answers at several levels of the tree.</summary>
    public static RouteHandlerBuilder Named(this RouteHandlerBuilder route, string operationId) =>
        route.Change(metadata => metadata with { Name = operationId }).WithName(operationId);

    private static RouteHandlerBuilder Change(
        this RouteHandlerBuilder route,
        Func<OperationMetadata, OperationMetadata> change
    )
    {
        route.Add(builder =>
        {
            var index = builder.Metadata.ToList().FindIndex(m => m is OperationMetadata);
            builder.Metadata[index] = change((OperationMetadata)builder.Metadata[index]);
        });
        return route;
    }

    private static RouteHandlerBuilder Add(RouteHandlerBuilder route, OperationMetadata metadata)
    {
        route.WithName(metadata.OperationId);
        route.WithMetadata(metadata);
        if (metadata.Response is null)
            route.Produces(metadata.Status);
        else if (metadata.MediaType == "application/json")
            route.Produces(metadata.Status, metadata.Response);
        return route;
    }
}
