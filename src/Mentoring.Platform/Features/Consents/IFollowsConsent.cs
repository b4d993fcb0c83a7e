namespace Mentoring.Platform.Features.Consents;

/// <summary>
/// What depends on a person's consents and changes at once with them, in the same transaction: the profiles. They
/// stand on consents and not the other way round, so they come in by this.
/// </summary>
public interface IFollowsConsent
{
    Task Follow(Guid personId, ConsentStanding standing, CancellationToken ct);
}
