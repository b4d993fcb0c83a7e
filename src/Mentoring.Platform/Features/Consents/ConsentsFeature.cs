using Mentoring.Platform.Platform.Composition;

namespace Mentoring.Platform.Features.Consents;

public static class ConsentsFeature
{
    public static readonly Feature Feature = new("consents")
    {
        Model = ConsentMapping.Configure,
        Routes = _ => { },
    };
}
