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
    LegalRepresentativeInput? LegalRepresentative { get; }
}

internal sealed class MentorDetailsValidator : AbstractValidator<IMentorDetails>
{
    private const int MostCodes = 30;

    public MentorDetailsValidator()
    {
        RuleFor(r => r.Position).NotEmpty().MaximumLength(200).OneLine();
        RuleFor(r => r.PositionCode).MaximumLength(100);
        RuleFor(r => r.Employer).MaximumLength(300).OneLine();
        RuleFor(r => r.Capacity).InclusiveBetween(MentorProfile.LeastCapacity, MentorProfile.MostCapacity);
        RuleFor(r => r.SubjectCodes).AtMost(MostCodes);
        RuleFor(r => r.CompetenceCodes).AtMost(MostCodes);
        RuleForEach(r => r.SubjectCodes).NotEmpty().MaximumLength(100);
        RuleForEach(r => r.CompetenceCodes).NotEmpty().MaximumLength(100);
        RuleFor(r => r.LegalRepresentative!)
            .SetValidator(new LegalRepresentativeValidator())
            .When(r => r.LegalRepresentative is not null);
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
