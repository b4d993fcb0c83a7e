using System.Collections.Concurrent;
using System.Text.Json;
using MediatR;
using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Work;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mentoring.IntegrationTests.Attack;

/// <summary>A cache of lists that forgets whose they are.</summary>
internal sealed class CachingStep<TRequest, TResponse>(CachedAnswers cache) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        if (request is not IPageRequest)
            return await next();
        var key = typeof(TRequest).Name + JsonSerializer.Serialize(request);
        if (cache.TryGetValue(key, out var kept))
            return (TResponse)kept;
        var answer = await next();
        cache[key] = answer!;
        return answer;
    }
}

internal sealed class CachedAnswers : ConcurrentDictionary<string, object>;

/// <summary>Writes down what is asked, with the names in it.</summary>
internal sealed class TellingStep<TRequest, TResponse>(ILogger<TellingStep<TRequest, TResponse>> log)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
{
    public Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        log.LogInformation("Handling {Request}", request);
        return next();
    }
}

/// <summary>A job that looks around in a scope which has entered no tenant.</summary>
internal sealed class StrayJob(IServiceScopeFactory scopes) : IWorkHandler
{
    public string Kind => WorkItem.OrganizationChanged;

    public async Task Handle(string key, string payload, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<MentoringDbContext>().AuditEntries.CountAsync(cancellationToken);
    }
}

/// <summary>Takes every request for one of ours.</summary>
internal sealed class TrustingAntiforgery(IAntiforgery real) : IAntiforgery
{
    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => real.GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => real.GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Task.FromResult(true);

    public Task ValidateRequestAsync(HttpContext httpContext) => Task.CompletedTask;

    public void SetCookieTokenAndHeader(HttpContext httpContext) => real.SetCookieTokenAndHeader(httpContext);
}

/// <summary>Takes every password for the right one.</summary>
internal sealed class TrustingHasher : IPasswordHasher<Account>
{
    private readonly PasswordHasher<Account> real = new();

    public string HashPassword(Account user, string password) => real.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(
        Account user,
        string hashedPassword,
        string providedPassword
    ) => PasswordVerificationResult.Success;
}

/// <summary>EF keeps models for the whole process; a model with a fault is kept apart.</summary>
internal sealed class OwnModel : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), nameof(OwnModel), designTime);
}

/// <summary>Audit rows again, without a word about their tenant.</summary>
internal sealed class LooseAudit
{
    public Guid Id { get; init; }

    public string Operation { get; init; } = "";
}
