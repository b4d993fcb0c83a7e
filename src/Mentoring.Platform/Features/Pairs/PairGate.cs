namespace Mentoring.Platform.Features.Pairs;

/// <summary>The legal gate as it is today.</summary>
public sealed record PairGate(bool Open, IReadOnlyList<PairMissing> Missing)
{
    public static PairGate Of(Gate gate, FactsOfPairs facts) =>
        new(
            gate.IsOpen,
            [
                .. gate.Missing.Select(m => new PairMissing(
                    m.Code,
                    m.PersonId,
                    m.PersonId is { } person ? facts.Card(person).FullName : null
                )),
            ]
        );
}

/// <param name="PersonId">Whose it is; null for the pair as a whole.</param>
public sealed record PairMissing(GateCode Code, Guid? PersonId, string? Name);
