using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Mentoring.Platform.Platform.Pipeline;

/// <summary>
/// One transaction around a request inside a tenant. A command: idempotency first, then the handler, then one save
/// of the changes with audit rows and work items. A refused command leaves nothing behind.
/// </summary>
internal sealed class TransactionStep<TRequest, TResponse>(
    RequestScope scope,
    IServiceProvider services,
    ConstraintErrors constraints,
    TimeProvider clock
) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    private static readonly bool IsCommand = typeof(TRequest)
        .GetInterfaces()
        .Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    private static readonly bool ReadsAtOnce = typeof(TRequest).IsAssignableTo(typeof(IReadsAtOnce));

    private static readonly bool NeedsVersion =
        typeof(TRequest).GetCustomAttribute<RequireIfMatchAttribute>() is not null;

    private static readonly AuditedReadAttribute? AuditedRead =
        typeof(TRequest).GetCustomAttribute<AuditedReadAttribute>();

    private static readonly string Operation = JsonNamingPolicy.CamelCase.ConvertName(typeof(TRequest).Name);

    public async Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    )
    {
        if (!scope.HasTenant || ReadsAtOnce)
            return await next();
        if (NeedsVersion && scope.ExpectedVersion is null)
            return TResponse.Refuse(CommonErrors.IfMatchRequired);

        var db = services.GetRequiredService<MentoringDbContext>();
        // Nothing goes on after a failed save: a savepoint would be two round trips for nothing.
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(scope.Abandoned);
        try
        {
            var idempotency = IsCommand
                ? await Idempotency.Begin<TResponse>(db, request, Operation, clock, cancellationToken)
                : Idempotency.None<TResponse>();
            if (idempotency.Answer is { } answer)
                return answer;

            var outcome = await next();
            if (outcome.Error is not null)
                return outcome;
            if (AuditedRead is not null)
                RecordRead(db, (IReadsSubject)request);
            if (IsCommand || db.ChangeTracker.HasChanges())
            {
                idempotency.Keep(outcome);
                Auditing.Record(db, Operation, clock.GetUtcNow());
                if (IsCommand && scope.Tenant.Kind == TenantKind.Organization)
                    db.Enqueue(WorkItem.OrganizationChanged, "");
                await db.SaveChangesAsync(cancellationToken);
            }
            await transaction.CommitAsync(cancellationToken);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            return TResponse.Refuse(CommonErrors.Stale);
        }
        catch (Exception e) when (DatabaseRefusals.In(e) is { } broken && Meaning(broken) is { } error)
        {
            return TResponse.Refuse(error);
        }
    }

    /// <summary>What was not shown (absent, refused) leaves no row; what was shown leaves one, or is not shown.</summary>
    private void RecordRead(MentoringDbContext db, IReadsSubject request) =>
        db.Add(
            Auditing.Row(
                db,
                Operation,
                clock.GetUtcNow(),
                AuditedRead!.SubjectKind,
                request.SubjectId,
                version: null,
                fields: []
            )
        );

    /// <summary>Whoever only reads is in nobody's way: that he waits too long is the server's affair.</summary>
    private Error? Meaning(PostgresException e) =>
        IsCommand && e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected
            ? CommonErrors.Busy
            : constraints.Of(e.ConstraintName);
}
