namespace Mentoring.ArchitectureTests;

/// <summary>Where things are and who may name whom.</summary>
public sealed class LayoutTests
{
    [Fact]
    public void The_platform_knows_no_feature()
    {
        var platform = Sources.Product.Where(f => f.Path.Contains("/Mentoring.Platform/Platform/")).ToList();
        platform.Count.ShouldBeGreaterThan(30);

        platform.Where(f => f.UsedFeatures.Any()).Select(f => f.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Features_use_each_other_in_one_direction()
    {
        var uses = Sources
            .Product.Where(f => f.Feature is not null)
            .GroupBy(f => f.Feature!)
            .ToDictionary(g => g.Key, g => g.SelectMany(f => f.UsedFeatures).ToHashSet());
        uses.Count.ShouldBeGreaterThan(1);
        uses.Values.Sum(u => u.Count).ShouldBeGreaterThan(0, "no feature uses another: the scan sees nothing");

        foreach (var feature in uses.Keys)
            Reaches(feature, feature, uses, []).ShouldBeFalse($"{feature} uses itself through others");
    }

    [Fact]
    public void The_host_uses_the_product_and_never_the_other_way_round() =>
        Sources
            .Product.Where(f => f.Path.StartsWith("src/Mentoring.Platform/", StringComparison.Ordinal))
            .Where(f => f.Code.Contains("Mentoring.Host", StringComparison.Ordinal))
            .Select(f => f.Path)
            .ShouldBeEmpty();

    [Fact]
    public void No_file_is_longer_than_300_lines() =>
        Sources.Product.Where(f => f.Text.Count(c => c == '\n') > 300).Select(f => f.Path).ShouldBeEmpty();

    [Fact]
    public void Every_feature_has_its_table_of_contents()
    {
        var features = Sources.Product.Select(f => f.Feature).OfType<string>().Distinct().ToList();
        features.Count.ShouldBeGreaterThan(1);

        foreach (var feature in features)
            Sources.Product.ShouldContain(f => f.Feature == feature && f.Path.EndsWith("Feature.cs"), feature);
    }

    private static bool Reaches(
        string from,
        string target,
        Dictionary<string, HashSet<string>> uses,
        HashSet<string> seen
    ) =>
        uses.GetValueOrDefault(from, [])
            .Any(next => next == target || (seen.Add(next) && Reaches(next, target, uses, seen)));
}
