using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.People;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Requests;

/// <summary>What is typed and pasted is stored as it looks.</summary>
public sealed class TypedTextTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact]
    public async Task What_cannot_be_seen_is_not_stored()
    {
        var curator = await app.Curator;
        var body = Entering.Mentor(
            new
            {
                familyName = "Про\u00adбная\u200b",
                givenName = "\u202eАнна\u00a0\u00a0Мария",
                patronymic = "\u2060",
                birthDate = "1980-02-03",
            }
        );
        body["position"] = "учитель\t физики\ufeff\u2028";

        var added = await curator.Do("~/mentors", body);
        var mentor = await curator.See($"~/mentors/{added["id"]}");

        var person = mentor["person"]!;
        ((string)person["familyName"]!).ShouldBe("Пробная");
        ((string)person["givenName"]!).ShouldBe("Анна Мария");
        ((string?)person["patronymic"] ?? "").ShouldBe("");
        ((string)mentor["position"]!).ShouldBe("учитель физики");
    }

    [Theory]
    [InlineData("\u200b")]
    [InlineData("-")]
    [InlineData("12")]
    [InlineData("👍")]
    public async Task A_name_without_a_letter_is_none(string name)
    {
        var curator = await app.Curator;

        var answer = await curator.Post("~/mentors", Entering.Mentor(Entering.Person(family: name)));

        var error = answer.ShouldBe(HttpStatusCode.BadRequest, "request.invalid").Json["errors"]![0]!;
        ((string)error["pointer"]!).ShouldBe("/person/familyName");
    }

    [Fact]
    public async Task Words_in_the_address_are_cleaned_as_words_in_a_body()
    {
        var curator = await app.Curator;
        await curator.Do("~/mentors", Entering.Mentor(Entering.Person(family: "Але\u0308шкина")));

        foreach (var q in new[] { "Алёшкина", "Але%CC%88шкина", "Алешкина%E2%80%8B", "Але%C2%ADшкина" })
            ((int)(await curator.See($"~/people?q={q}"))["total"]!).ShouldBe(1, q);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_says_where_it_is_in_its_list()
    {
        var curator = await app.Curator;
        var body = Entering.Mentee();
        body["requests"] = new object[] { new { topicCode = "classDiscipline" }, new { topicCode = 5 } };

        var answer = await curator.Post("~/mentees", body);

        var error = answer.ShouldBe(HttpStatusCode.BadRequest, "request.malformed").Json["errors"]![0]!;
        ((string)error["pointer"]!).ShouldBe("/requests/1/topicCode");
    }

    [Fact]
    public async Task A_password_is_taken_as_it_was_typed()
    {
        using var nobody = app.Nobody();
        var curator = TestTree.Login("curator", TestTree.School);

        (
            await nobody.Post("/api/v1/accounts/sign-in", new { login = curator, password = TestTree.Password + " " })
        ).ShouldBe(HttpStatusCode.Unauthorized, "account.wrong_credentials");
    }
}
