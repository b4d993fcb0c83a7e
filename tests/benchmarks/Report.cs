using System.Globalization;

namespace Mentoring.Benchmarks;

/// <summary>What came out, and whether it is enough.</summary>
internal sealed class Report
{
    private const double MuchOfNeighbors = 0.2;

    public bool Failed { get; private set; }

    /// <summary>Ratios to the limit: more is better. The middle half of the slices decides.</summary>
    public void Ratio(string name, IReadOnlyList<double> ratios, double good, double goal)
    {
        var (low, middle, high) = Spread.Of(ratios);
        var verdict = Verdict(low >= good, high < good);
        Line(
            $"{name, -12} {verdict, -12} {middle:0.00} of the limit (quartiles {low:0.00} … {high:0.00}), good is {good:0.00}"
        );
        Line(
            $"{"", -12} {(middle >= goal ? "the goal is reached" : "to the goal"), -12} {goal:0.00}: {goal - middle:+0.00;-0.00}"
        );
    }

    /// <summary>A quantity of which less is better.</summary>
    /// <param name="neighbors">While it was measured: where they took much, too much is nobody's fault.</param>
    public void AtMost(
        string name,
        string unit,
        IReadOnlyList<double> values,
        double good,
        double goal,
        Neighbors? neighbors = null
    )
    {
        var (low, middle, high) = Spread.Of(values);
        var others = neighbors?.Share() ?? 0;
        var verdict = Verdict(high <= good, low > good && others < MuchOfNeighbors);
        Line(
            $"{name, -12} {verdict, -12} {middle:0.##} {unit} (quartiles {low:0.##} … {high:0.##}), good is {good:0.##}"
        );
        Line(
            $"{"", -12} {(middle <= goal ? "the goal is reached" : "to the goal"), -12} {goal:0.##}: {goal - middle:+0.##;-0.##}"
        );
        if (others > 0)
            Line($"{"", -12} {"", -12} others took {100 * others:0} % of the machine's processor meanwhile");
    }

    /// <summary>Something of which there must be none.</summary>
    public void None(string name, long found, string what) =>
        Line($"{name, -12} {Verdict(found == 0, found != 0), -12} {found} {what}");

    public static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    private string Verdict(bool pass, bool fail)
    {
        Failed |= fail;
        return pass ? "PASS"
            : fail ? "FAIL"
            : "INCONCLUSIVE";
    }
}

/// <summary>The middle half of what was measured, and its middle.</summary>
internal sealed record Spread(double Low, double Middle, double High)
{
    public static Spread Of(IReadOnlyList<double> values)
    {
        var sorted = values.Order().ToArray();
        return new(Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75));
    }

    /// <summary>That part of sorted values lies below it.</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double part)
    {
        var at = part * (sorted.Count - 1);
        var below = (int)at;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + (sorted[above] - sorted[below]) * (at - below);
    }
}
