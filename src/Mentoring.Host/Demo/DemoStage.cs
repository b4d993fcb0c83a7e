using System.Security.Cryptography;
using System.Text;
using MediatR;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Host.Demo;

/// <summary>A step of the demonstration's history was refused: the history is wrong, or the product is.</summary>
internal sealed class DemoStepRefusedException(string step, Error error)
    : InvalidOperationException(
        $"The demo history stops at «{step}»: {error.Code} ({error.Message}) "
            + string.Join(", ", error.Params.Select(p => $"{p.Key} = {p.Value}"))
            + string.Join(", ", error.Fields.Select(f => $"{f.Pointer}: {f.Code}"))
    )
{
    public string Step { get; } = step;

    public string Code { get; } = error.Code;
}

/// <summary>
/// Where the history is played: every step is a request of the product, sent through its pipeline by an account of the
/// demonstration. The step's name makes the idempotency key, so that a step told twice happens once.
/// </summary>
internal sealed class DemoStage(IServiceProvider services, CancellationToken ct)
{
    public CancellationToken Stop => ct;

    /// <param name="version">If-Match.</param>
    /// <exception cref="DemoStepRefusedException">The product refused.</exception>
    public async Task<T> Do<T>(string step, DemoActor actor, ICommand<T> request, long? version = null) =>
        await Send(step, actor, request, Key(step).ToString(), version);

    /// <summary>Reads as the actor would.</summary>
    public async Task<T> Ask<T>(string step, DemoActor actor, IQuery<T> query) =>
        await Send(step, actor, query, key: null, version: null);

    /// <summary>The same step has the same key, whenever it is sent.</summary>
    internal static Guid Key(string step) => new(SHA256.HashData(Encoding.UTF8.GetBytes(step)).AsSpan(0, 16));

    private async Task<T> Send<T>(
        string step,
        DemoActor actor,
        IRequest<Result<T>> request,
        string? key,
        long? version
    )
    {
        await using var scope = services.CreateAsyncScope();
        var requestScope = scope.ServiceProvider.GetRequiredService<RequestScope>();
        requestScope.Principal = actor.Principal;
        requestScope.IdempotencyKey = key;
        requestScope.ExpectedVersion = version;
        requestScope.Enter(actor.Membership);
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, ct);
        return outcome.Error is { } error ? throw new DemoStepRefusedException(step, error) : outcome.Value;
    }
}
