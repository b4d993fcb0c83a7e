using FluentValidation;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;

namespace Mentoring.Platform.Features.Mentees;

/// <summary>What adding and editing a mentee have in common.</summary>
internal interface IMenteeDetails
{
    string CategoryCode { get; }
    string? SchoolClass { get; }
    string? Position { get; }
    IReadOnlyList<RequestText> Requests { get; }
}

internal static class MenteeDetailsRules
{
    public static void AddMenteeRules<T>(this AbstractValidator<T> validator)
        where T : IMenteeDetails
    {
        validator.RuleFor(r => r.CategoryCode).NotEmpty().MaximumLength(100);
        validator.RuleFor(r => r.SchoolClass).MaximumLength(20).OneLine();
        validator.RuleFor(r => r.Position).MaximumLength(200).OneLine();
        validator.RuleFor(r => r.Requests).AtMost(MenteeProfile.MostRequests);
        validator
            .RuleForEach(r => r.Requests)
            .ChildRules(request =>
            {
                request.RuleFor(q => q.TopicCode).NotEmpty().MaximumLength(100);
                request.RuleFor(q => q.Text).MaximumLength(500);
            });
    }
}

internal static class MenteeDetailsInput
{
    public static MenteeDetails Details(this IMenteeDetails input) =>
        new(input.CategoryCode, input.SchoolClass, input.Position, input.Requests);

    public static IReadOnlyCollection<NamedCode> Codes(this IMenteeDetails input) =>
        [
            new NamedCode(ReferenceList.MenteeCategories, input.CategoryCode, "/categoryCode"),
            .. input.Requests.Select(
                (request, i) =>
                    new NamedCode(ReferenceList.RequestTopics, request.TopicCode, $"/requests/{i}/topicCode")
            ),
        ];
}
