using FluentValidation;
using Mentoring.Platform.Features.Programs;

namespace Mentoring.Platform.Features.Meetings;

/// <summary>What is typed of a meeting, when it is logged or corrected.</summary>
internal interface IMeetingText
{
    MeetingType Type { get; }
    DateOnly HeldOn { get; }
    int Minutes { get; }
    MeetingMode Mode { get; }
    string Outcome { get; }
    DateOnly? NextOn { get; }
}

internal static class MeetingTextRules
{
    public static MeetingFacts ToFacts(this IMeetingText text) =>
        new(text.Type, text.HeldOn, text.Minutes, text.Mode, text.Outcome, text.NextOn);

    public static void AddMeetingRules<T>(this AbstractValidator<T> validator)
        where T : IMeetingText
    {
        validator.RuleFor(r => r.Minutes).InclusiveBetween(5, 480);
        validator.RuleFor(r => r.Outcome).NotEmpty().MaximumLength(2000);
        // A date further away is a slip of the pen.
        validator.RuleFor(r => r.NextOn).LessThanOrEqualTo(new DateOnly(2099, 12, 31));
    }
}
