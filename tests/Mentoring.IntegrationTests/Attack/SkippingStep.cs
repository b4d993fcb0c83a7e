using System.Reflection;
using System.Text.Json;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Pipeline;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.Attack;

/// <summary>What a careless change of the transaction step would leave out.</summary>
internal enum Skipped
{
    Nothing,
    Audit,
    AuditOfReads,
    Idempotency,
    WorkItems,
    Rollback,
    Versions,
}

/// <summary>The product's transaction step with one thing left out.</summary>
internal sealed class SkippingStep<TRequest, TResponse>(
    RequestScope scope,
    IServiceProvider services,
    TimeProvider clock,
    SkippedThing skipped
) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    private static readonly bool IsCommand = typeof(TRequest)
        .GetInterfaces()
        .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    private static readonly string Operation = JsonNamingPolicy.CamelCase.ConvertName(typeof(TRequest).Name);

    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        if (!scope.HasTenant || typeof(TRequest).IsAssignableTo(typeof(IReadsAtOnce)))
            return await next();
        if (Does(Skipped.Versions) && NeedsVersion && scope.ExpectedVersion is null)
            return TResponse.Refuse(CommonErrors.IfMatchRequired);
        var db = services.GetRequiredService<MentoringDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var idempotency =
            IsCommand && Does(Skipped.Idempotency)
                ? await Idempotency.Begin<TResponse>(db, request, Operation, clock, cancellationToken)
                : Idempotency.None<TResponse>();
        if (idempotency.Answer is { } answer)
            return answer;
        var outcome = await next();
        if (outcome.Error is not null && Does(Skipped.Rollback))
            return outcome;
        if (outcome.Error is null)
            idempotency.Keep(outcome);
        if (outcome.Error is null || IsCommand)
            Record(db, request);
        if (IsCommand && Does(Skipped.WorkItems) && scope.Tenant.Kind == TenantKind.Organization)
            db.Enqueue(WorkItem.OrganizationChanged, "");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return outcome;
    }

    private static bool NeedsVersion => typeof(TRequest).GetCustomAttribute<RequireIfMatchAttribute>() is not null;

    private static AuditedReadAttribute? Read => typeof(TRequest).GetCustomAttribute<AuditedReadAttribute>();

    private bool Does(Skipped thing) => skipped.Thing != thing;

    private void Record(MentoringDbContext db, TRequest request)
    {
        if (request is IReadsSubject read && Does(Skipped.AuditOfReads))
            db.Add(Auditing.Row(db, Operation, clock.GetUtcNow(), Read!.SubjectKind, read.SubjectId, null, []));
        if (Does(Skipped.Audit))
            Auditing.Record(db, Operation, clock.GetUtcNow());
        foreach (var owned in db.ChangeTracker.Entries<ITenantOwned>().Where(e => e.State == EntityState.Added))
            owned.Property(nameof(ITenantOwned.TenantId)).CurrentValue = db.TenantId;
    }
}

/// <param name="Thing">Left out by <see cref="SkippingStep{TRequest,TResponse}"/>.</param>
internal sealed record SkippedThing(Skipped Thing);
