namespace Mentoring.Platform.Platform.Http;

/// <summary>How many requests a minute each kind of caller may make; section <c>RequestLimits</c>.</summary>
/// <param name="PerMinute">Of one session, or of all visitors of one address; each server counts for itself.</param>
/// <param name="PerMinuteOfKey">Of one API key; all servers count together.</param>
public sealed record CallerLimits(int PerMinute, int PerMinuteOfKey);
