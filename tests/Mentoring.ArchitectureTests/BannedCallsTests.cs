using System.Text.RegularExpressions;

namespace Mentoring.ArchitectureTests;

/// <summary>Calls that would open a wall or read the wrong clock.</summary>
public sealed partial class BannedCallsTests
{
    /// <summary>Each with the folder that alone may use it; an empty folder means nobody.</summary>
    public static readonly TheoryData<string, string> Banned = new()
    {
        { "IgnoreQueryFilters", "" },
        { "DateTime.Now", "" },
        { "DateTimeOffset.Now", "" },
        { "DateTimeOffset.UtcNow", "" },
        { "DateTime.UtcNow", "src/Mentoring.Host/Demo/" },
        { "DateTime.Today", "" },
        { "TransactionScope", "" },
        { "FromSqlRaw", "" },
        { "ExecuteSqlRaw", "src/Mentoring.Platform/Platform/Schema/" },
        { "INotification", "" },
        { "Task.Result", "" },
        { ".GetAwaiter().GetResult()", "" },
    };

    [Theory]
    [MemberData(nameof(Banned))]
    public void Nobody_calls_it_elsewhere(string call, string folder)
    {
        Sources.Product.Count.ShouldBeGreaterThan(50);

        SourceRules.Calling(Sources.Product, call, folder).ShouldBeEmpty();
    }

    [Fact]
    [Trait("covers", "C-64")]
    public void Nothing_is_left_on_a_connection()
    {
        Sources
            .Product.Count(f => f.Text.Contains("set_config('app.tenant'", StringComparison.Ordinal))
            .ShouldBeGreaterThan(1);

        SourceRules.LeavingSomethingOnConnections(Sources.Product).ShouldBeEmpty();
    }

    [Fact]
    public void Domain_sql_reads_no_clock() =>
        Sources
            .Product.Where(f => f.Feature is not null)
            .Where(f => DatabaseClock().IsMatch(f.Text))
            .Select(f => f.Path)
            .ShouldBeEmpty();

    [GeneratedRegex(@"(?<![\w.])(now\(\)|current_date|current_timestamp|localtimestamp)", RegexOptions.IgnoreCase)]
    private static partial Regex DatabaseClock();
}
