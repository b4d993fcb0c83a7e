using System.Collections.Concurrent;
using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>
/// Who was found by his cookie a moment ago. A page asks several times at once, and finding out each time who asks would
/// cost as much as the answer. Nobody is remembered longer than <see cref="Kept"/>: that is how long another server goes
/// on believing in a session that was ended, or a role that was taken away, here.
/// </summary>
internal sealed class RecentSessions(TimeProvider clock)
{
    /// <summary>Half of the second within which a session has to end everywhere.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMilliseconds(500);

    private volatile Moment current = new(clock.GetTimestamp());

    /// <summary>
    /// To be taken before the database is asked, and given what it answers: what was read before a session ended then
    /// goes into a moment that is over.
    /// </summary>
    public Moment Current
    {
        get
        {
            var moment = current;
            if (clock.GetElapsedTime(moment.Began) >= Kept)
                current = moment = new Moment(clock.GetTimestamp());
            return moment;
        }
    }

    /// <summary>A session has ended, or somebody has become something else.</summary>
    public void Forget() => current = new Moment(clock.GetTimestamp());

    /// <summary>Accounts by the cookie's token; the whole is forgotten at once, so that nothing outlives it.</summary>
    internal sealed class Moment(long began)
    {
        private readonly ConcurrentDictionary<string, AccountPrincipal> found = new(StringComparer.Ordinal);

        public long Began => began;

        public AccountPrincipal? Find(string token) => found.GetValueOrDefault(token);

        public void Keep(string token, AccountPrincipal account) => found[token] = account;
    }
}
