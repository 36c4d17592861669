using EksSecurityPortal.Core.Checks.Identity;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Identity;

public class MetadataServiceVersion1AllowedTests
{
    [Theory]
    [InlineData("enabled", "required")]
    [InlineData("disabled", "optional")]
    [InlineData("disabled", null)]
    public void Passes_with_tokens_required_or_no_service(string endpoint, string? tokens) => Passes<MetadataServiceVersion1Allowed>(Options(new(endpoint, tokens, 2)));

    [Fact]
    public void Fails_for_one_instance_of_three() => Assert.True(Fails<MetadataServiceVersion1Allowed>(SnapshotBuilder.New().Managed("general", 3)
        .Add(builder => builder.Instances[1] = builder.Instances[1] with { MetadataOptions = new("enabled", "optional", 1) })).Says("1 of 3 (i-general1)"));

    [Fact]
    public void NotApplicable_where_the_options_are_not_yours()
    {
        var builder = SnapshotBuilder.New().AutoMode("system", instance: instance => instance with { MetadataOptions = new("enabled", "optional", 2) }).Fargate("jobs").Hybrid();

        foreach (var key in new[] { "system", "jobs", NodePools.HybridName })
        {
            IsNotApplicable<MetadataServiceVersion1Allowed>(builder, key);
        }
    }

    [Fact]
    public void Unknown_when_the_api_did_not_say() => IsUnknown<MetadataServiceVersion1Allowed>(Options(null));

    [Fact]
    public void Unknown_without_instances() => IsUnknownWithout<MetadataServiceVersion1Allowed>(SnapshotBuilder.New().Managed("general"), SnapshotPart.Instances);

    private static SnapshotBuilder Options(InstanceMetadataOptions? options) => SnapshotBuilder.New().SelfManaged("legacy", 1, instance => instance with { MetadataOptions = options });
}
