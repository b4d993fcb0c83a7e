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
    public void Folders_use_each_other_in_one_direction()
    {
        var uses = Sources
            .Product.Where(f => f.Room is not null)
            .GroupBy(f => f.Room!)
            .ToDictionary(g => g.Key, g => g.SelectMany(f => f.UsedRooms).ToHashSet());
        foreach (var part in new[] { "Features.", "Platform." })
        {
            var rooms = uses.Where(u => u.Key.StartsWith(part, StringComparison.Ordinal)).ToList();
            rooms.Count.ShouldBeGreaterThan(10);
            rooms
                .SelectMany(u => u.Value)
                .Count(r => r.StartsWith(part, StringComparison.Ordinal))
                .ShouldBeGreaterThan(10, "no folder uses another: the scan sees nothing");
        }

        uses.Keys.Where(room => Reaches(room, room, uses, [])).ShouldBeEmpty("used by themselves through others");
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
