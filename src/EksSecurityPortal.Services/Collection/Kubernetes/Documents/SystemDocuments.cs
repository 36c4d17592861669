using System.Text.Json.Serialization;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Documents;

/// <summary>The template of the aws-node DaemonSet, read for the VPC CNI's own settings.</summary>
internal sealed class AwsNodeTemplateDocument
{
    public AwsNodeSpecDocument? Spec { get; set; }
}

internal sealed class AwsNodeSpecDocument
{
    public List<AwsNodeContainerDocument?>? Containers { get; set; }

    public List<AwsNodeContainerDocument?>? InitContainers { get; set; }
}

internal sealed class AwsNodeContainerDocument
{
    public string? Name { get; set; }

    public string? Image { get; set; }

    public List<string?>? Args { get; set; }

    [JsonConverter(typeof(CniSettingsConverter))]
    public Dictionary<string, string>? Env { get; set; }
}

internal sealed class WorkloadStatusDocument
{
    public int? DesiredNumberScheduled { get; set; }

    public int? NumberReady { get; set; }

    public List<ConditionDocument?>? Conditions { get; set; }
}
