using System.Collections.Frozen;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Platform.Data;

/// <summary>What a broken constraint means to people: races end as the refusal that the rule would have given.</summary>
public sealed record ConstraintError(string Constraint, Error Error);

/// <summary>All of them, by the constraint's name; never by the text of a message.</summary>
public sealed class ConstraintErrors(IEnumerable<ConstraintError> errors)
{
    private readonly FrozenDictionary<string, Error> errors = errors.ToFrozenDictionary(
        e => e.Constraint,
        e => e.Error,
        StringComparer.Ordinal
    );

    public Error? Of(string? constraint) =>
        constraint is not null && errors.TryGetValue(constraint, out var error) ? error : null;
}
