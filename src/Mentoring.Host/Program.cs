using System.Runtime.InteropServices;
using Mentoring.Host.Demo;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Cancel);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Cancel);

void Cancel(PosixSignalContext context)
{
    context.Cancel = true;
    stop.Cancel();
}

return args is ["postgres", .. var rest] ? await PostgresCommand.RunAsync(rest, stop.Token) : 2;
