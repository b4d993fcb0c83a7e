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

    /// <summary>
    /// Given to the driver, it breaks off a statement in the middle. These give it to nobody, or to whoever waits for a
    /// connection.
    /// </summary>
    [Fact]
    public void Nobody_else_asks_whether_the_caller_has_gone()
    {
        Sources
            .Product.Where(f => f.Code.Contains("RequestAborted", StringComparison.Ordinal))
            .Select(f => f.Path)
            .ShouldBe(
                [
                    "src/Mentoring.Host/Serving/BodyLimit.cs",
                    "src/Mentoring.Platform/Features/Accounts/SessionMiddleware.cs",
                    "src/Mentoring.Platform/Features/ApiKeys/ApiKeyMiddleware.cs",
                    "src/Mentoring.Platform/Platform/Http/Dispatcher.cs",
                    "src/Mentoring.Platform/Platform/Http/ProblemMiddleware.cs",
                ],
                ignoreOrder: true
            );
        Sources.Product.Where(f => CancelledEndpoint().IsMatch(f.Code)).Select(f => f.Path).ShouldBeEmpty();
        Sources.Product.Count(f => Endpoint().IsMatch(f.Code)).ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Domain_sql_reads_no_clock() =>
        Sources
            .Product.Where(f => f.Feature is not null)
            .Where(f => DatabaseClock().IsMatch(f.Text))
            .Select(f => f.Path)
            .ShouldBeEmpty();

    [GeneratedRegex(@"\.Map(Get|Post|Put|Patch|Delete)\(")]
    private static partial Regex Endpoint();

    /// <summary>An endpoint that is given a token is given the caller's.</summary>
    [GeneratedRegex(@"\.Map(Get|Post|Put|Patch|Delete)\([^;]*?\bCancellationToken\b")]
    private static partial Regex CancelledEndpoint();

    [GeneratedRegex(@"(?<![\w.])(now\(\)|current_date|current_timestamp|localtimestamp)", RegexOptions.IgnoreCase)]
    private static partial Regex DatabaseClock();
}
