using System.Runtime.InteropServices;
using EksSecurityPortal.Sandbox;

var command = CommandLine.Parse(args);
if (command.WantsHelp)
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

if (command.Problems.Count > 0)
{
    foreach (var problem in command.Problems)
    {
        await Console.Error.WriteLineAsync(problem);
    }

    return 2;
}

var now = TimeProvider.System.GetUtcNow();
var estate = command.IsDemo ? DemoEstate.Create(now) : EstateGenerator.Generate(command.Generator, now);
await using var sandbox = await SandboxServer.StartAsync(estate, command.Options, CancellationToken.None);
foreach (var fault in command.Faults)
{
    sandbox.Faults.Add(fault);
}

Console.WriteLine(StartMessage.Of(sandbox));
var ended = new TaskCompletionSource();
void End(PosixSignalContext context)
{
    context.Cancel = true;
    ended.TrySetResult();
}

using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
await ended.Task;
return 0;

/// <summary>Not public, so that a host of both programs can name the portal's.</summary>
internal sealed partial class Program;
