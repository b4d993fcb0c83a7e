using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.People;

/// <summary>People who are recorded already are recognized where they stand in the request; two of one name stay two.</summary>
public sealed class KnownPeopleTests(TestApp app) : IClassFixture<TestApp>
{
    private Task<ApiClient> Curator => app.As("curator", TestTree.School);

    [Fact]
    public async Task The_second_child_of_one_mother_is_entered_with_the_mother_who_is_known()
    {
        var curator = await Curator;
        var mother = Entering.Person("1984-03-03");
        await curator.Do("~/mentees", Child(new { relation = "parent", person = mother }));

        var refused = await curator.Post("~/mentees", Child(new { relation = "parent", person = mother }));
        refused.ShouldBe(HttpStatusCode.Conflict, "person.already_known");
        ((string)refused.Json["errors"]![0]!["pointer"]!).ShouldBe("/legalRepresentative/person");
        var personId = (Guid)refused.Json["params"]!["personId"]!;
        var second = await curator.Do("~/mentees", Child(new { relation = "parent", personId }));

        var card = await curator.See($"~/mentees/{second["id"]}");
        ((Guid)card["legalRepresentatives"]![0]!["personId"]!).ShouldBe(personId);
    }

    [Theory]
    [InlineData("mentors")]
    [InlineData("mentees")]
    public async Task Whoever_is_known_is_named_by_a_pointer(string bank)
    {
        var curator = await Curator;
        var person = Entering.Person();
        await curator.Do("~/mentors", Entering.Mentor(person));

        var refused = await curator.Post(
            $"~/{bank}",
            bank == "mentors" ? Entering.Mentor(person) : Entering.Mentee(person)
        );

        refused.ShouldBe(HttpStatusCode.Conflict, "person.already_known");
        ((string)refused.Json["errors"]![0]!["pointer"]!).ShouldBe("/person");
    }

    [Fact]
    public async Task A_person_is_not_edited_into_somebody_else()
    {
        var curator = await Curator;
        var known = Entering.Person();
        await curator.Do("~/mentors", Entering.Mentor(known));
        var other = await curator.Do("~/mentees", Entering.Mentee());
        var address = $"~/people/{other["personId"]}";

        var refused = await curator.Put(address, new { person = known }, version: 1);

        refused.ShouldBe(HttpStatusCode.Conflict, "person.already_known");
        ((string)refused.Json["errors"]![0]!["pointer"]!).ShouldBe("/person");
        var named = await curator.Put(address, new { person = Namesake(known, "не родственники") }, version: 1);
        named.Status.ShouldBe(HttpStatusCode.OK, named.Text);
    }

    [Fact]
    public async Task Two_people_of_one_name_and_birth_date_are_two_where_somebody_says_why()
    {
        var curator = await Curator;
        var person = Entering.Person();
        var first = await curator.Do("~/mentors", Entering.Mentor(person));

        var second = await curator.Do(
            "~/mentors",
            Entering.Mentor(Namesake(person, "полный тёзка из другого корпуса"))
        );

        ((Guid)second["personId"]!).ShouldNotBe((Guid)first["personId"]!);
        // Each is edited on without the question.
        foreach (var mentor in new[] { first, second })
            (await curator.Put($"~/people/{mentor["personId"]}", new { person }, version: 1)).Status.ShouldBe(
                HttpStatusCode.OK
            );
        (await curator.Post("~/mentees", Entering.Mentee(person))).ShouldBe(
            HttpStatusCode.Conflict,
            "person.already_known"
        );
    }

    private static Dictionary<string, object?> Child(object representative)
    {
        var body = Entering.Minor();
        body["legalRepresentative"] = representative;
        return body;
    }

    private static JsonNode Namesake(object person, string reason)
    {
        var named = System.Text.Json.JsonSerializer.SerializeToNode(person)!;
        named["namesakeReason"] = reason;
        return named;
    }
}
