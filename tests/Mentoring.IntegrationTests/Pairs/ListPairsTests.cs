using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Pairs;

/// <summary>The list is read by SQL of its own: what it shows is held against the pair itself.</summary>
public sealed class ListPairsTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Theory]
    [InlineData("mentor")]
    [InlineData("-mentor")]
    [InlineData("mentee")]
    [InlineData("-mentee")]
    [InlineData("proposedOn")]
    [InlineData("-proposedOn")]
    public async Task Pages_put_together_are_the_list(string sort)
    {
        foreach (var (mentor, mentee) in new[] { ("Ёлкин", "Ярый"), ("Елкина", "Ёжиков"), ("Жмых", "Азов") })
            await app.Agreed(await app.AddMentor(mentor), await app.AddMentee(mentee));
        var curator = await app.Curator;
        var whole = Ids(await curator.See($"~/pairs?limit=200&sort={sort}"));

        var paged = new List<Guid>();
        for (string? cursor = ""; cursor is not null; )
        {
            var page = await curator.See($"~/pairs?limit=2&sort={sort}{(cursor == "" ? "" : $"&cursor={cursor}")}");
            ((int)page["total"]!).ShouldBe(whole.Count);
            paged.AddRange(Ids(page));
            cursor = (string?)page["nextCursor"];
        }

        paged.ShouldBe(whole);
        whole.Count.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public async Task People_are_sorted_as_in_a_register()
    {
        foreach (var name in new[] { "Щукарев", "Ерохинец", "Ёршинский", "Ежовский" })
            await app.Agreed(await app.AddMentor(name), await app.AddMentee());

        var names = (await (await app.Curator).See("~/pairs?q=тамара&limit=200"))["items"]!
            .AsArray()
            .Select(i => ((string)i!["mentor"]!["name"]!).Split(' ')[0])
            .Where(n => n is "Щукарев" or "Ерохинец" or "Ёршинский" or "Ежовский");

        names.ShouldBe(["Ежовский", "Ерохинец", "Ёршинский", "Щукарев"]);
    }

    [Fact]
    public async Task An_item_says_what_the_pair_says()
    {
        var (mentor, mentee) = (await app.AddMentor("Кружилин"), await app.AddMentee("Тюленев"));
        var pair = await app.Agreed(mentor, mentee);
        var curator = await app.Curator;

        var item = (await curator.See("~/pairs?q=кружилин"))["items"]!.AsArray().Single()!;
        var card = await curator.See($"~/pairs/{pair["id"]}");

        item["version"]!.ToJsonString().ShouldBe(card["version"]!.ToJsonString());
        item["form"]!.ToJsonString().ShouldBe(card["form"]!.ToJsonString());
        ((bool)item["gateOpen"]!).ShouldBe((bool)card["gate"]!["open"]!);
        item["missing"]!
            .AsArray()
            .Select(m => (string)m!)
            .ShouldBe(card["gate"]!["missing"]!.AsArray().Select(m => (string)m!["code"]!).Distinct());
        item["missing"]!.AsArray().Count.ShouldBe(2);
        foreach (var (end, member) in new[] { ("mentor", 0), ("mentee", 1) })
        {
            ((string)item[end]!["name"]!).ShouldBe((string)card["members"]![member]!["name"]!);
            ((string)item[end]!["agreedOn"]!).ShouldBe((string)card["members"]![member]!["agreedOn"]!);
        }
    }

    [Fact]
    public async Task Words_may_be_of_either_side_and_stand_for_their_beginnings()
    {
        await app.Agreed(await app.AddMentor("Буреломов"), await app.AddMentee("Тихомирский"));
        await app.Agreed(await app.AddMentor("Буреломова"), await app.AddMentee("Громовой"));
        var curator = await app.Curator;

        foreach (
            var (words, count) in new[] { ("БУРЕЛ", 2), ("бурел тихо", 1), ("тихо бурел", 1), ("релом", 0), ("50%", 0) }
        )
            ((int)(await curator.See($"~/pairs?q={Uri.EscapeDataString(words)}"))["total"]!).ShouldBe(count, words);
    }

    [Fact, Trait("covers", "S0-30")]
    public async Task A_member_sees_his_pairs_and_a_parent_those_of_the_child()
    {
        var mentor = await app.AddMentor("Верстова");
        var (pupil, parent) = await app.AddPupil(12);
        var own = await (await app.Curator).Do("~/pairs", PairsApp.Proposal(mentor, pupil, "teacherStudent"));
        var other = await app.Agreed(await app.AddMentor(), await app.AddMentee());

        var asMentor = await (await app.Be("mentor", mentor.PersonId)).See("~/pairs");
        var asParent = await (await app.Be("legalRepresentative", parent)).See("~/pairs");
        var mine = await (await app.Curator).See("~/pairs?mine=true");

        Ids(asMentor).ShouldBe([(Guid)own["id"]!]);
        Ids(asParent).ShouldBe([(Guid)own["id"]!]);
        Ids(mine).ShouldNotContain((Guid)other["id"]!);
        ((bool)asMentor["items"]![0]!["mentor"]!["isMine"]!).ShouldBeTrue();
        ((bool)asParent["items"]![0]!["mentee"]!["isMine"]!).ShouldBeTrue();
        ((bool)asParent["items"]![0]!["mentor"]!["isMine"]!).ShouldBeFalse();
    }

    [Fact]
    public async Task A_state_and_a_false_cursor_are_taken_at_their_word()
    {
        var pair = await app.Agreed(await app.AddMentor(), await app.AddMentee());
        var curator = await app.Curator;

        Ids(await curator.See("~/pairs?state=consentsCollected&limit=200")).ShouldContain((Guid)pair["id"]!);
        Ids(await curator.See("~/pairs?state=closed")).ShouldBeEmpty();
        (await curator.Get("~/pairs?cursor=abc")).ShouldBe(HttpStatusCode.BadRequest, "request.malformed");
        // A cursor of another order is no word of this one.
        var page = await curator.See("~/pairs?limit=1&sort=mentor");
        (await curator.Get($"~/pairs?sort=proposedOn&cursor={page["nextCursor"]}")).ShouldBe(
            HttpStatusCode.BadRequest,
            "request.malformed"
        );
    }

    private static List<Guid> Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(i => (Guid)i!["id"]!)];
}
