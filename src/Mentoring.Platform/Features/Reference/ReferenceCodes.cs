using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Reference;

/// <summary>A code that a request names.</summary>
/// <param name="Pointer">Where in the request it stands.</param>
public sealed record NamedCode(ReferenceList List, string Code, string Pointer);

/// <summary>Checks codes of requests against the simple lists, all by one query.</summary>
public sealed class ReferenceCodes(MentoringDbContext db)
{
    /// <summary>
    /// Refuses with all unknown ones. An entry that is no longer offered is known still: who has it may keep it.
    /// </summary>
    public async Task<Result> Check(IReadOnlyCollection<NamedCode> named, CancellationToken ct)
    {
        if (named.Count == 0)
            return Result.Ok;
        var codes = named.Select(n => n.Code).Distinct(StringComparer.Ordinal).ToArray();
        var lists = named.Select(n => n.List).Distinct().ToArray();
        var known = await db.Set<ReferenceItem>()
            .Where(i => lists.Contains(i.List) && codes.Contains(i.Code))
            .Select(i => new { i.List, i.Code })
            .ToListAsync(ct);
        var unknown = named
            .Where(n => !known.Any(k => k.List == n.List && k.Code == n.Code))
            .Select(n => ReferenceErrors.UnknownCode.At(n.Pointer).Fields[0])
            .ToList();
        return unknown.Count == 0 ? Result.Ok : ReferenceErrors.UnknownCode with { Fields = unknown };
    }

    /// <summary>The codes of a list in a request.</summary>
    public static IEnumerable<NamedCode> In(ReferenceList list, IReadOnlyList<string> codes, string pointer) =>
        codes.Select((code, i) => new NamedCode(list, code, $"{pointer}/{i}"));
}
