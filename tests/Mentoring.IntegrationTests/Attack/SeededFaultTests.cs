using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Attack;

/// <summary>
/// The guards are not there for show: each is green on the product and red on the mistake that it is there for, and
/// red for that reason.
/// </summary>
public sealed class SeededFaultTests(TestPostgres postgres, ITestOutputHelper output)
{
    [Fact]
    [Trait("covers", "C-64")]
    public async Task Every_seeded_fault_is_caught()
    {
        var faults = SeededFaults.All;
        var missed = new List<string>();
        foreach (var fault in faults)
        {
            if (await Miss(fault) is { } miss)
                missed.Add($"{fault.Name} ({fault.Guard.Name}): {miss}");
        }
        output.WriteLine($"seeded faults: caught {faults.Count - missed.Count} / seeded {faults.Count}");

        missed.ShouldBeEmpty();
        faults.Count.ShouldBeGreaterThanOrEqualTo(28);
    }

    [Fact]
    public async Task Every_guard_passes_on_the_whole_product()
    {
        foreach (var guard in Guards.All)
        {
            if (await Redness(guard, null) is { } red)
                Assert.Fail($"{guard.Name}: {red}");
        }
    }

    /// <summary>The faults of one step are what they say: with nothing left out it is as good as the product's.</summary>
    [Fact]
    public async Task The_step_that_leaves_things_out_is_whole_when_it_leaves_out_nothing()
    {
        Guard[] guards =
        [
            Guards.Audit,
            Guards.AuditOfReads,
            Guards.Idempotency,
            Guards.RollUps,
            Guards.Rollback,
            Guards.Versions,
        ];
        foreach (var guard in guards)
        {
            if (await Redness(guard, SeededFaults.Faithful) is { } red)
                Assert.Fail($"{guard.Name}: {red}");
        }
    }

    /// <summary>Why the fault does not count as caught; null where it does.</summary>
    private async Task<string?> Miss(SeededFault fault) =>
        await Redness(fault.Guard, fault) switch
        {
            null => "nothing turned red",
            var red when !red.Contains(fault.Red, StringComparison.Ordinal) => $"red for another reason: {red}",
            _ => null,
        };

    /// <summary>What the guard says when it is red; null when it is green.</summary>
    private async Task<string?> Redness(Guard guard, SeededFault? fault)
    {
        await using var app = new FaultyApp(postgres, fault);
        try
        {
            await app.InitializeAsync();
            await guard.Run(app);
            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return e.ToString();
        }
    }
}
