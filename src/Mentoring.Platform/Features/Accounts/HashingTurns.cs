using System.Threading.RateLimiting;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>
/// Hashing a password is slow on purpose. So few are hashed at once that whoever signs in takes nothing from the others,
/// and only so many wait that none waits longer than he would.
/// </summary>
public sealed class HashingTurns(int atOnce, int waiting) : IDisposable
{
    private const int SecondsToRetry = 2;

    private readonly ConcurrencyLimiter limiter = new(
        new ConcurrencyLimiterOptions
        {
            PermitLimit = atOnce,
            QueueLimit = waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        }
    );

    /// <summary>Half of the machine; whoever waits has a few seconds before him.</summary>
    public static HashingTurns OfMachine()
    {
        var atOnce = Math.Max(1, Environment.ProcessorCount / 2);
        return new HashingTurns(atOnce, 32 * atOnce);
    }

    /// <param name="abandoned">Ends the waiting.</param>
    public async Task<Result<T>> Do<T>(Func<T> hash, CancellationToken abandoned)
    {
        using var turn = await limiter.AcquireAsync(1, abandoned);
        return turn.IsAcquired ? hash() : CommonErrors.Overloaded.With("retryAfter", SecondsToRetry);
    }

    public void Dispose() => limiter.Dispose();
}
