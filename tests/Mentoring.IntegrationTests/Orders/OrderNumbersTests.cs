using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;

namespace Mentoring.IntegrationTests.Orders;

/// <summary>Numbers set by hand: as they stand on the paper, and each once, to the eye as well.</summary>
public sealed class OrderNumbersTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact]
    public async Task A_number_comes_without_its_sign_and_is_not_taken_twice_by_look_alikes()
    {
        var signed = await Sign("№ 202/1-ОА");
        signed.Status.ShouldBe(HttpStatusCode.OK, signed.Text);
        ((string)signed.Json["number"]!).ShouldBe("202/1-ОА");

        foreach (var same in new[] { "202/1-ОА", "202/1-OA", "202/1–оа\u200b", "N 202 / 1-ОA" })
            (await Sign(same)).ShouldBe(HttpStatusCode.Conflict, "order.number_taken");
    }

    [Theory]
    [InlineData("5\n6")]
    [InlineData("5; 6")]
    [InlineData("пять шесть")]
    [InlineData("/")]
    public async Task A_number_has_letters_and_digits(string number)
    {
        var refused = await Sign(number);

        refused.ShouldBe(HttpStatusCode.BadRequest, "request.invalid");
        ((string)refused.Json["errors"]![0]!["pointer"]!).ShouldBe("/number");
    }

    [Fact]
    public async Task A_slip_of_the_pen_does_not_move_the_series()
    {
        var before = int.Parse((string)(await Sign(null)).Json["number"]!, null);
        (await Sign("20260415")).Status.ShouldBe(HttpStatusCode.OK);
        (await Sign("2147483647")).Status.ShouldBe(HttpStatusCode.OK);

        ((string)(await Sign(null)).Json["number"]!).ShouldBe($"{before + 1}");
    }

    private async Task<ApiAnswer> Sign(string? number)
    {
        var pair = await app.Agreed(await app.AddMentor(), await app.AddMentee());
        var draft = await (await app.Curator).Do("~/orders", new { pairIds = new[] { (Guid)pair["id"]! } });
        return await (await app.Head).Post(
            $"~/orders/{draft["id"]}/signature",
            new { signedOn = app.Today, number },
            version: (long)draft["version"]!
        );
    }
}
