using System.Collections.Concurrent;
using System.Reflection;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Platform.Pipeline;

/// <summary>How a request is protected, read from its one attribute.</summary>
public static class Protection
{
    private static readonly ConcurrentDictionary<Type, Attribute?> Cache = new();

    /// <summary>The one attribute that says who may ask; null where there is none or more than one.</summary>
    public static Attribute? Of(Type request) =>
        Cache.GetOrAdd(
            request,
            static type =>
            {
                var found = type.GetCustomAttributes()
                    .Where(a => a is RequirePermissionAttribute or AnonymousRequestAttribute or OwnAccountAttribute)
                    .ToList();
                return found.Count == 1 ? found[0] : null;
            }
        );
}

internal sealed class PermissionStep<TRequest, TResponse>(RequestScope scope) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    public Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        var refusal = Protection.Of(typeof(TRequest)) switch
        {
            AnonymousRequestAttribute => null,
            _ when scope.Principal is null => CommonErrors.Unauthenticated,
            // A key is nobody's account.
            OwnAccountAttribute => scope.Principal is AccountPrincipal ? null : CommonErrors.Unauthenticated,
            RequirePermissionAttribute required => scope.Actor.Can(required.Permission) ? null : CommonErrors.Forbidden,
            _ => throw new InvalidOperationException($"{typeof(TRequest).Name} says not who may ask."),
        };
        return refusal is null ? next() : Task.FromResult(TResponse.Refuse(refusal));
    }
}
