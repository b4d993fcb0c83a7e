using System.Diagnostics;
using System.Text.Json;
using MediatR;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Telemetry;

namespace Mentoring.Platform.Platform.Pipeline;

/// <summary>A span and a duration for each use case, around everything else of the pipeline.</summary>
internal sealed class MeasuringStep<TRequest, TResponse>(RequestScope scope) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IOutcome<TResponse>
{
    private static readonly string UseCase = JsonNamingPolicy.CamelCase.ConvertName(typeof(TRequest).Name);

    public Task<TResponse> Handle(
        TRequest request,
        CancellationToken cancellationToken,
        RequestHandlerDelegate<TResponse> next
    ) => Measures.Source.HasListeners() || Measures.UseCaseDuration.Enabled ? Measure(next) : next();

    private async Task<TResponse> Measure(RequestHandlerDelegate<TResponse> next)
    {
        var began = Stopwatch.GetTimestamp();
        using var span = Measures.Source.StartActivity(UseCase);
        string outcome = Measures.Failed,
            code = Measures.Failed;
        try
        {
            var answer = await next();
            outcome = answer.Error is { } error
                ? JsonNamingPolicy.CamelCase.ConvertName(error.Kind.ToString())
                : Measures.Done;
            code = answer.Error?.Code ?? Measures.Done;
            return answer;
        }
        finally
        {
            if (outcome == Measures.Failed)
                span?.SetStatus(ActivityStatusCode.Error);
            span?.SetTag(Measures.UseCase, UseCase).SetTag(Measures.Outcome, code);
            if (scope.HasTenant)
                span?.SetTag(Measures.Tenant, scope.Tenant.Id.ToString());
            Measures.UseCaseDuration.Record(
                Stopwatch.GetElapsedTime(began).TotalSeconds,
                new(Measures.UseCase, UseCase),
                new(Measures.Outcome, outcome)
            );
        }
    }
}
