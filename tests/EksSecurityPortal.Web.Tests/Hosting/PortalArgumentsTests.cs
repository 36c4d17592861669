using EksSecurityPortal.Web.Hosting;
using Xunit;

namespace EksSecurityPortal.Web.Tests.Hosting;

public sealed class PortalArgumentsTests
{
    [Fact]
    public void Parse_the_bare_demo_switch_does_not_swallow_the_next_argument()
    {
        var arguments = PortalArguments.Parse(["--demo", "--urls", "http://127.0.0.1:1"]);

        Assert.True(arguments.Demo);
        Assert.Equal(["--urls", "http://127.0.0.1:1"], arguments.Rest);
    }

    [Fact]
    public void Parse_without_switches_leaves_everything_to_the_configuration()
    {
        var arguments = PortalArguments.Parse(["--Database:DataFolder", "/srv/portal"]);

        Assert.False(arguments.Demo);
        Assert.False(arguments.Help);
        Assert.Equal(["--Database:DataFolder", "/srv/portal"], arguments.Rest);
    }
}
