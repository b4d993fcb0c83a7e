using System.Reflection;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.ArchitectureTests;

/// <summary>Every error of the product: the static fields of its …Errors classes.</summary>
internal static class ErrorCatalog
{
    public static readonly IReadOnlyList<Error> All =
    [
        .. typeof(Error)
            .Assembly.GetTypes()
            .Where(t => t.Name.EndsWith("Errors", StringComparison.Ordinal))
            .SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(Error))
            .Select(f => (Error)f.GetValue(null)!),
    ];
}
