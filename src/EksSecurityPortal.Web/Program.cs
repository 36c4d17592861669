using EksSecurityPortal.Web.Demo;
using EksSecurityPortal.Web.Hosting;

var arguments = PortalArguments.Parse(args);
if (arguments.Help)
{
    Console.WriteLine(PortalArguments.HelpText);
    return 0;
}

try
{
    var builder = PortalHost.CreateBuilder(arguments);
    await using var demo = await DemoPortal.StartIfAskedAsync(builder, arguments.Demo);
    builder.AddPortal(isDemo: demo is not null);
    await using var app = builder.Build();
    app.UsePortal();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (StartupRefusedException.Explains(exception) is { } message)
{
    await Console.Error.WriteLineAsync($"The portal did not start. {message}");
    return 2;
}

/// <summary>Public for the tests' host.</summary>
public partial class Program;
