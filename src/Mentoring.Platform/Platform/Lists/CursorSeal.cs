using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Mentoring.Platform.Platform.Lists;

/// <summary>
/// Cursors leave the server encrypted and signed: they hold the words that a list is sorted by, names too, and
/// addresses are written into logs. One that another list or another order has given, or that somebody made, is none.
/// </summary>
public sealed class CursorSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("cursors of lists");

    /// <param name="list">The address of the list.</param>
    /// <param name="order">The order asked for, as the request names it.</param>
    public string Close(string cursor, string list, string? order) => protector.Protect(Mark(list, order) + cursor);

    /// <summary>The cursor within; null where it is none of this list's and order's.</summary>
    public string? Open(string seal, string list, string? order)
    {
        try
        {
            var text = protector.Unprotect(seal);
            var mark = Mark(list, order);
            return text.StartsWith(mark, StringComparison.Ordinal) ? text[mark.Length..] : null;
        }
        // Another cause is trouble with the keys, which is not the caller's fault.
        catch (CryptographicException e) when (e.InnerException is null or FormatException)
        {
            return null;
        }
    }

    private static string Mark(string list, string? order) => $"{list}\n{order}\n";
}
