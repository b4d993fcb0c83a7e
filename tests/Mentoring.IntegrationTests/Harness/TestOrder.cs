using System.Security.Cryptography;
using System.Text;
using Mentoring.IntegrationTests.Harness;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCaseOrderer(typeof(TestOrder))]
[assembly: TestCollectionOrderer(typeof(TestOrder))]

namespace Mentoring.IntegrationTests.Harness;

/// <summary>
/// The same order on every machine: xunit's own one hangs on the path that the assembly was built in, so that tests
/// of a class, which share a database, could lean on each other here and fall elsewhere. MENTORING_TEST_ORDER, any
/// word, gives another order, to find such ones.
/// </summary>
public sealed class TestOrder : ITestCaseOrderer, ITestCollectionOrderer
{
    private static readonly string? Seed = Environment.GetEnvironmentVariable("MENTORING_TEST_ORDER");

    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : notnull, ITestCase => Ordered(testCases, t => t.TestCaseDisplayName);

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(
        IReadOnlyCollection<TTestCollection> testCollections
    )
        where TTestCollection : ITestCollection => Ordered(testCollections, c => c.TestCollectionDisplayName);

    private static T[] Ordered<T>(IEnumerable<T> all, Func<T, string> name) =>
        [.. all.OrderBy(t => Seed is null ? name(t) : Shuffled(name(t)), StringComparer.Ordinal)];

    private static string Shuffled(string name) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Seed + name)));
}
