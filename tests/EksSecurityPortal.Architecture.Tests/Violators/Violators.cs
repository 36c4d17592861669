using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Sandbox;
using EksSecurityPortal.Services.Persistence;

namespace EksSecurityPortal.Architecture.Tests.Violators;

// Each breaks a rule on purpose. Never run: only their compiled form is looked at, in ways that differ (field, body, signature, base type, type argument).

internal sealed class ReadsFile
{
    public static string Read() => File.ReadAllText("x");
}

internal sealed class AsksClock(TimeProvider clock)
{
    public DateTimeOffset Now() => clock.GetUtcNow();
}

internal sealed class UsesPackage
{
    public static object Make() => new Hangfire.BackgroundJobServerOptions();
}

internal sealed class UsesSandbox
{
    public SandboxOptions? Options { get; init; }
}

internal sealed class UsesMudBlazor
{
    public List<MudBlazor.Severity> Severities { get; } = [];
}

internal sealed class UsesPersistence
{
    public static void Touch(PortalDbContext context) => ArgumentNullException.ThrowIfNull(context);
}

internal sealed class UsesChecks
{
    public static int Count() => CheckCatalog.All.Count;
}

internal sealed class UsesAws
{
    public Amazon.EC2.IAmazonEC2? Client { get; init; }
}

internal sealed class UsesCollectionOfAws
{
    public EksSecurityPortal.Services.Collection.Aws.AwsOptions? Options { get; init; }
}

internal sealed class UsesHangfire : Hangfire.JobActivator;
