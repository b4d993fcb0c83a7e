using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;

namespace Mentoring.UnitTests.Figures;

/// <summary>
/// What an attentive reader of dashboards does: writes down every sum that he knows of, with the hidden counts as
/// unknowns, and looks which of them have one solution. By ranks of floating point matrices, unlike the product.
/// </summary>
internal sealed class CoverageAttack
{
    private readonly Dictionary<(Guid, TargetGroup), int> unknowns = [];
    private readonly List<Dictionary<int, double>> equations = [];

    public CoverageAttack(IReadOnlyList<CoverageRow> rows, IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>> hidden)
    {
        foreach (var row in rows)
        foreach (var group in hidden[row.TenantId])
            unknowns[(row.TenantId, group)] = unknowns.Count;
        foreach (var parent in rows)
        {
            var children = rows.Where(r => r.ParentId == parent.TenantId).Select(r => r.TenantId).ToList();
            if (children.Count == 0)
                continue;
            foreach (var group in Tables.Groups)
                Equate([.. children.Select(c => (c, group))], (parent.TenantId, group));
        }
        foreach (var row in rows)
        {
            // Whoever guesses that the groups are all there is, is right here.
            Guess(row, row.Counts.Mentees, TargetGroup.StudentsFrom10To19, TargetGroup.EarlyCareerEducators);
            Guess(
                row,
                row.Counts.Participants,
                TargetGroup.StudentsFrom10To19,
                TargetGroup.StudentsFrom15To19,
                TargetGroup.Educators,
                TargetGroup.Parents
            );
        }
    }

    /// <summary>An unknown has one solution where no combination of the others can stand in for it.</summary>
    public bool Finds(Guid tenant, TargetGroup group)
    {
        var unknown = unknowns[(tenant, group)];
        return Rank(equations) > Rank([.. equations.Select(e => Without(e, unknown))]);
    }

    private static Dictionary<int, double> Without(Dictionary<int, double> equation, int unknown) =>
        equation.Where(t => t.Key != unknown).ToDictionary();

    private void Guess(CoverageRow row, int total, params TargetGroup[] groups)
    {
        if (groups.Sum(g => Tables.Count(row.Counts, g)) == total)
            Equate([.. groups.Select(g => (row.TenantId, g))], null);
    }

    private void Equate((Guid, TargetGroup)[] parts, (Guid, TargetGroup)? total)
    {
        var equation = new Dictionary<int, double>();
        foreach (var part in parts.Where(unknowns.ContainsKey))
            equation[unknowns[part]] = 1;
        if (total is { } sum && unknowns.TryGetValue(sum, out var unknown))
            equation[unknown] = -1;
        equations.Add(equation);
    }

    private int Rank(List<Dictionary<int, double>> rows)
    {
        var matrix = rows.Select(r => Enumerable.Range(0, unknowns.Count).Select(u => r.GetValueOrDefault(u)).ToArray())
            .ToList();
        var rank = 0;
        for (var column = 0; column < unknowns.Count && rank < matrix.Count; column++)
        {
            var best = Enumerable.Range(rank, matrix.Count - rank).MaxBy(r => Math.Abs(matrix[r][column]));
            if (Math.Abs(matrix[best][column]) < 1e-9)
                continue;
            (matrix[rank], matrix[best]) = (matrix[best], matrix[rank]);
            for (var row = rank + 1; row < matrix.Count; row++)
            {
                var factor = matrix[row][column] / matrix[rank][column];
                for (var c = column; c < unknowns.Count; c++)
                    matrix[row][c] -= factor * matrix[rank][c];
            }
            rank++;
        }
        return rank;
    }
}
