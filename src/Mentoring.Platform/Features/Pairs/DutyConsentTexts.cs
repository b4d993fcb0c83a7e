namespace Mentoring.Platform.Features.Pairs;

/// <summary>A wording that a member agrees to.</summary>
/// <param name="Version">Kept with the consent: later wordings change nothing about it.</param>
public sealed record DutyConsentText(string Version, string Text);

/// <summary>The wordings in force. A new wording is a new version; an old version is never worded anew.</summary>
public static class DutyConsentTexts
{
    private static readonly DutyConsentText Mentor = new(
        "mentor-2026-1",
        "Согласен (согласна) быть наставником в этой паре и выполнять обязанности наставника по положению о "
            + "наставничестве организации. Мне разъяснено, что наставничество добровольное и согласие можно отозвать."
    );

    private static readonly DutyConsentText Mentee = new(
        "mentee-2026-1",
        "Согласен (согласна) участвовать в этой паре как наставляемый по положению о наставничестве организации. "
            + "Мне разъяснено, что участие добровольное и согласие можно отозвать."
    );

    public static DutyConsentText For(TeamSide side) => side == TeamSide.Mentor ? Mentor : Mentee;
}
