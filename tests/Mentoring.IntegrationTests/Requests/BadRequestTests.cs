using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.People;

namespace Mentoring.IntegrationTests.Requests;

/// <summary>Requests of the wrong shape: a clear problem with a stable code, never a 500.</summary>
public sealed class BadRequestTests(TestApp app) : IClassFixture<TestApp>
{
    private const string SignIn = "/api/v1/accounts/sign-in";

    [Theory]
    [InlineData("{\"login\": \"a\"", "request.malformed")]
    [InlineData("[]", "request.malformed")]
    [InlineData("null", "request.malformed")]
    [InlineData("{\"login\": 1, \"password\": \"b\"}", "request.malformed")]
    [InlineData("{\"login\": \"a\"}", "request.malformed")]
    [InlineData("{\"login\": null, \"password\": \"b\"}", "request.malformed")]
    [InlineData("{\"login\": \"a\", \"password\": \"b\", \"isAdmin\": true}", "request.malformed")]
    [InlineData("{\"login\": \"\\u0000\\ufffe\\u200b\", \"password\": \"b\"}", "request.invalid")]
    [InlineData("{\"login\": \"a\\ud800\", \"password\": \"b\"}", "request.malformed")]
    [InlineData("{\"login\": \"\", \"password\": \"b\"}", "request.invalid")]
    public async Task A_body_of_the_wrong_shape_is_refused(string body, string code)
    {
        using var nobody = app.Nobody();

        var answer = await nobody.Post(SignIn, body);

        answer.ShouldBe(HttpStatusCode.BadRequest, code);
        answer.Headers["Content-Type"].ShouldStartWith("application/problem+json");
        ((string?)answer.Json["traceId"]).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_broken_field_is_named_by_a_pointer_with_its_code()
    {
        using var nobody = app.Nobody();

        var answer = await nobody.Post(SignIn, new { login = new string('a', 65), password = "b" });

        var error = answer.ShouldBe(HttpStatusCode.BadRequest, "request.invalid").Json["errors"]![0]!;
        ((string)error["pointer"]!).ShouldBe("/login");
        ((string)error["code"]!).ShouldBe("validation.too_long");
    }

    [Theory]
    [InlineData("mentees", "requests")]
    [InlineData("mentors", "competenceCodes")]
    public async Task A_list_with_a_hole_is_malformed_and_says_where(string bank, string list)
    {
        var curator = await app.As("curator", TestTree.School);
        var body = bank == "mentees" ? Entering.Mentee() : Entering.Mentor();
        body[list] = new object?[] { null };

        var answer = await curator.Post($"~/{bank}", body);

        var error = answer.ShouldBe(HttpStatusCode.BadRequest, "request.malformed").Json["errors"]![0]!;
        ((string)error["pointer"]!).ShouldBe($"/{list}/0");
    }

    [Fact]
    public async Task Ten_megabytes_of_text_are_too_much()
    {
        using var nobody = app.Nobody();

        var answer = await nobody.Post(SignIn, new { login = new string('a', 10_000_000), password = "b" });

        answer.ShouldBe(HttpStatusCode.RequestEntityTooLarge, "request.too_large");
    }

    [Theory]
    [InlineData("GET", "/api/v1/nothing", HttpStatusCode.NotFound, "resource.not_found")]
    [InlineData("GET", "/api/v1/organizations/not-an-id", HttpStatusCode.NotFound, "resource.not_found")]
    [InlineData("DELETE", SignIn, HttpStatusCode.MethodNotAllowed, "request.method_not_allowed")]
    public async Task Addresses_that_are_none_get_a_problem_too(
        string method,
        string path,
        HttpStatusCode status,
        string code
    )
    {
        using var nobody = app.Nobody();

        var answer = await nobody.Send(new HttpMethod(method), path, null);

        answer.ShouldBe(status, code);
    }

    [Fact]
    public async Task A_body_that_is_not_json_is_refused()
    {
        using var nobody = app.Nobody();
        using var form = new FormUrlEncodedContent([new("login", "a"), new("password", "b")]);

        var answer = await nobody.Send(HttpMethod.Post, SignIn, form);

        answer.ShouldBe(HttpStatusCode.UnsupportedMediaType, "request.media_type");
    }

    [Fact]
    public async Task A_foreign_tenant_looks_like_one_that_does_not_exist()
    {
        var curator = await app.As("curator", TestTree.School);

        var foreign = await curator.Get($"/api/v1/organizations/{TestTree.SiblingSchool}");
        var absent = await curator.Get($"/api/v1/organizations/{Guid.CreateVersion7()}");

        foreign.ShouldBe(HttpStatusCode.NotFound, "resource.not_found");
        Without(foreign).ShouldBe(Without(absent));
        static string Without(ApiAnswer a) => a.Text[..a.Text.IndexOf("traceId", StringComparison.Ordinal)];
    }

    [Fact]
    public async Task Every_answer_carries_the_content_policy_without_anything_inline()
    {
        using var nobody = app.Nobody();

        var policy = (await nobody.Get("/api/v1/accounts/session")).Headers["Content-Security-Policy"];

        policy.ShouldContain("default-src 'self'");
        policy.ShouldNotContain("unsafe");
    }
}
