using FluentValidation;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;

namespace Mentoring.Platform.Features.Mentors;

/// <summary>What adding and editing a mentor have in common.</summary>
internal interface IMentorDetails
{
    string Position { get; }
    string? PositionCode { get; }
    IReadOnlyList<string> SubjectCodes { get; }
    IReadOnlyList<string> CompetenceCodes { get; }
    int Capacity { get; }
    bool IsEmployee { get; }
    string? Employer { get; }
}

internal static class MentorDetailsRules
{
    private const int MostCodes = 30;

    public static void AddMentorRules<T>(this AbstractValidator<T> validator)
        where T : IMentorDetails
    {
        validator.RuleFor(r => r.Position).NotEmpty().MaximumLength(200).OneLine();
        validator.RuleFor(r => r.PositionCode).MaximumLength(100);
        validator.RuleFor(r => r.Employer).MaximumLength(300).OneLine();
        validator.RuleFor(r => r.Capacity).InclusiveBetween(MentorProfile.LeastCapacity, MentorProfile.MostCapacity);
        validator.RuleFor(r => r.SubjectCodes).AtMost(MostCodes);
        validator.RuleFor(r => r.CompetenceCodes).AtMost(MostCodes);
        validator.RuleForEach(r => r.SubjectCodes).NotEmpty().MaximumLength(100);
        validator.RuleForEach(r => r.CompetenceCodes).NotEmpty().MaximumLength(100);
    }
}

internal static class MentorDetailsInput
{
    public static MentorDetails Details(this IMentorDetails input) =>
        new(
            input.Position,
            input.PositionCode,
            input.SubjectCodes,
            input.CompetenceCodes,
            input.Capacity,
            input.IsEmployee,
            input.Employer
        );

    public static IReadOnlyCollection<NamedCode> Codes(this IMentorDetails input) =>
        [
            .. string.IsNullOrEmpty(input.PositionCode)
                ? []
                : new[] { new NamedCode(ReferenceList.Positions, input.PositionCode, "/positionCode") },
            .. ReferenceCodes.In(ReferenceList.Subjects, input.SubjectCodes, "/subjectCodes"),
            .. ReferenceCodes.In(ReferenceList.Competences, input.CompetenceCodes, "/competenceCodes"),
        ];
}
