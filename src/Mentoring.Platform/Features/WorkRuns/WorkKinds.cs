using Mentoring.Platform.Platform.Work;

namespace Mentoring.Platform.Features.WorkRuns;

/// <summary>Every kind of work that anybody answers.</summary>
internal sealed class WorkKinds(IEnumerable<IWorkHandler> handlers)
{
    public IReadOnlyList<string> All { get; } =
    [.. handlers.Select(h => h.Kind).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public bool Has(string kind) => All.Contains(kind, StringComparer.Ordinal);
}
