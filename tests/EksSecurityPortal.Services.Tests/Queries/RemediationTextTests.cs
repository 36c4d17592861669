using System.Diagnostics;
using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Findings;
using EksSecurityPortal.Services.Queries;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Queries;

public sealed class RemediationTextTests
{
    [Fact]
    public void Command_of_plain_names_reads_as_one_would_write_it()
    {
        Assert.Equal(
            "kubectl -n shop delete deployment cart # prod in eu-central-1 of 111122223333",
            RemediationText.Command("kubectl -n {namespace} delete deployment {resource} # {cluster} in {region} of {account}", Row("cart")));
    }

    [Theory]
    [InlineData("$(touch /tmp/owned)")]
    [InlineData("a'; rm -rf /; echo '")]
    [InlineData("`id`")]
    [InlineData("--all")]
    [InlineData("a b\"c\\d|e&f>g*h?~!")]
    [InlineData("{cluster}")]
    [InlineData("")]
    public void Command_of_a_hostile_name_is_one_word_for_the_shell(string name)
    {
        var command = RemediationText.Command("printf %s {resource}", Row(name));

        Assert.Equal(name, Shell(command!));
    }

    [Fact]
    public void Command_of_a_name_with_control_characters_shows_that_they_were_there()
    {
        Assert.Equal("'a\ufffdb\ufffdc'", RemediationText.ShellWord("a\nb\u202ec"));
    }

    [Theory]
    [InlineData("cart", "cart")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("x\"\\", "\"x\\\"\\\\\"")]
    [InlineData("${var.x}", "\"$${var.x}\"")]
    [InlineData("1", "\"1\"")]
    public void Manifest_values_are_quoted_when_they_are_not_plain(string value, string expected)
    {
        Assert.Equal(expected, RemediationText.YamlScalar(value));
    }

    [Fact]
    public void Command_of_a_check_without_one_is_null()
    {
        Assert.Null(RemediationText.Command(null, Row("cart")));
    }

    private static string Shell(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", command]) { RedirectStandardOutput = true })!;
        var said = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return said;
    }

    private static FindingRow Row(string name) => new(
        "1", "TST-001", "", CheckArea.Networking, Severity.High, FindingState.Open, "111122223333", "eu-central-1", "prod", "arn", "Deployment", $"shop/{name}", name, "shop", "", default, default, null, 1);
}
