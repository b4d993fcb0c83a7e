using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Composition;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Platform.Features.Meetings;

public static class MeetingsFeature
{
    public static readonly Feature Feature = new("meetings")
    {
        Model = MeetingMapping.Configure,
        Services = services =>
        {
            services.AddScoped<MeetingBackground>();
            services.AddScoped<IPairHistory, MeetingHistory>();
        },
        Routes = api =>
        {
            var meetings = api.Organization.MapGroup("/meetings");
            meetings.MapLogMeeting();
            meetings.MapListMeetings();
            meetings.MapCorrectMeeting();
            meetings.MapStrikeOutMeeting();
        },
    };
}
