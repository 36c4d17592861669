using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws;

/// <summary>One sandbox for the tests of a class that switch no faults on.</summary>
public sealed class SharedSandbox : IAsyncLifetime
{
    internal SandboxCollection Bench { get; private set; } = null!;

    public async Task InitializeAsync() => Bench = await SandboxCollection.StartAsync();

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}
