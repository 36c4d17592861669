using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Aws.Readers.Compute;
using Xunit;

namespace EksSecurityPortal.Services.Tests.Collection.Aws.Readers;

public sealed class NodeImagesTests
{
    [Theory]
    [InlineData("AL2023_x86_64_STANDARD", "/aws/service/eks/optimized-ami/1.34/amazon-linux-2023/x86_64/standard/recommended/image_id")]
    [InlineData("AL2023_ARM_64_NVIDIA", "/aws/service/eks/optimized-ami/1.34/amazon-linux-2023/arm64/nvidia/recommended/image_id")]
    [InlineData("AL2_x86_64", "/aws/service/eks/optimized-ami/1.34/amazon-linux-2/recommended/image_id")]
    [InlineData("AL2_x86_64_GPU", "/aws/service/eks/optimized-ami/1.34/amazon-linux-2-gpu/recommended/image_id")]
    [InlineData("AL2_ARM_64", "/aws/service/eks/optimized-ami/1.34/amazon-linux-2-arm64/recommended/image_id")]
    [InlineData("BOTTLEROCKET_ARM_64", "/aws/service/bottlerocket/aws-k8s-1.34/arm64/latest/image_id")]
    [InlineData("BOTTLEROCKET_x86_64_NVIDIA_FIPS", "/aws/service/bottlerocket/aws-k8s-1.34-nvidia-fips/x86_64/latest/image_id")]
    [InlineData("WINDOWS_CORE_2022_x86_64", "/aws/service/ami-windows-latest/Windows_Server-2022-English-Core-EKS_Optimized-1.34/image_id")]
    [InlineData("WINDOWS_FULL_2025_x86_64", "/aws/service/ami-windows-latest/Windows_Server-2025-English-Full-EKS_Optimized-1.34/image_id")]
    public void Find_of_a_known_type_names_its_parameter(string type, string parameter) => Assert.Equal(parameter, AmiParameters.Find(type, "1.34")?.ImageParameter);

    [Theory]
    [InlineData("CUSTOM", "1.34")]
    [InlineData("AL2023_x86_64_SOMETHING", "1.34")]
    [InlineData("AL2_x86_64", "1.34/../../secret")]
    public void Find_of_anything_else_is_null(string type, string minor) => Assert.Null(AmiParameters.Find(type, minor));

    [Fact]
    public void InUse_asks_for_the_minor_of_the_nodes_and_that_of_the_cluster()
    {
        var used = NodeImages.InUse("1.34", [new NodeGroup { Name = "a", Status = "ACTIVE", AmiType = "AL2023_x86_64_STANDARD", Version = "1.33" }], []);

        Assert.Equal(["1.33", "1.34"], used.Select(parameters => parameters.Minor));
    }

    [Theory]
    [InlineData("Amazon Linux 2", "amd64", "AL2_x86_64")]
    [InlineData("Amazon Linux 2023.9.20251020", "arm64", "AL2023_ARM_64_STANDARD")]
    [InlineData("Bottlerocket OS 1.50.0 (aws-k8s-1.33-nvidia)", "amd64", "BOTTLEROCKET_x86_64_NVIDIA")]
    [InlineData("Bottlerocket OS 1.50.0 (aws-k8s-1.33)", "arm64", "BOTTLEROCKET_ARM_64")]
    public void InUse_tells_the_type_from_what_a_node_reports(string osImage, string architecture, string type) =>
        Assert.Equal([type], NodeImages.InUse(null, [], [NodeOf(osImage, architecture)]).Select(parameters => parameters.AmiType));

    [Theory]
    [InlineData("auto")]
    [InlineData("fargate")]
    [InlineData("hybrid")]
    public void InUse_leaves_nodes_out_whose_image_nobody_chooses(string compute)
    {
        var node = NodeOf("Amazon Linux 2", "amd64") with { Labels = new Dictionary<string, string> { ["eks.amazonaws.com/compute-type"] = compute } };

        Assert.Empty(NodeImages.InUse("1.34", [], [node]));
    }

    [Theory]
    [InlineData("aws:///eu-west-1a/i-0123456789abcdef0", "i-0123456789abcdef0")]
    [InlineData("aws:///eu-west-1a/fargate-ip-10-0-0-1.eu-west-1.compute.internal", null)]
    [InlineData("eks-hybrid:///eu-west-1/cluster/mi-0123", null)]
    [InlineData(null, null)]
    public void InstanceIdOf_a_provider_id(string? providerId, string? instance) => Assert.Equal(instance, InstanceReader.InstanceIdOf(providerId));

    private static Node NodeOf(string osImage, string architecture) =>
        new() { Name = "node", CreatedAt = null, OsImage = osImage, Architecture = architecture, KubeletVersion = "v1.33.5-eks-abc1234" };
}
