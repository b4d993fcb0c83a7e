using System.Runtime.InteropServices;

namespace Mentoring.Host.Serving;

/// <summary>Ctrl-C and the service manager's stop end the work in order.</summary>
internal static class Interruptible
{
    public static async Task<int> Run(Func<CancellationToken, Task<int>> work)
    {
        using var stop = new CancellationTokenSource();
        void Cancel(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);
        return await work(stop.Token);
    }
}
