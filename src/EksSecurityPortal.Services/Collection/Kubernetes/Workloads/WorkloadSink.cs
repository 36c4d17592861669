using System.Text.Json;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;
using EksSecurityPortal.Services.Collection.Kubernetes.Listing;
using EksSecurityPortal.Services.Collection.Kubernetes.Parts;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

/// <summary>A controller as it was listed.</summary>
/// <param name="Controller">What controls it itself: a ReplicaSet's Deployment, a Job's CronJob. Null at the top.</param>
/// <param name="IsFinished">A Job that completed or failed: without running pods there is nothing of it left.</param>
internal sealed record ListedOwner(Workload Workload, OwnerKey? Controller, bool IsFinished)
{
    internal OwnerKey Key => new(Workload.Kind, Workload.Namespace, Workload.Name);
}

/// <summary>Decodes Deployments and the other kinds that make pods. Their templates go through the same filter as pods do.</summary>
internal sealed class WorkloadSink(string kind, StringPool texts, TemplatePool templates) : IListSink
{
    private readonly TemplateFilter filter = new(texts);

    internal List<ListedOwner> Owners { get; } = [];

    /// <summary>Ready and desired pods of network agents, by DaemonSet key; empty for other kinds.</summary>
    internal Dictionary<OwnerKey, WorkloadStatusDocument> Statuses { get; } = [];

    /// <summary>The settings of kube-system/aws-node, when it was listed.</summary>
    internal AwsNodeTemplateDocument? AwsNode { get; private set; }

    public void Restart()
    {
        Owners.Clear();
        Statuses.Clear();
        AwsNode = null;
    }

    public void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> page)
    {
        Shape.Require(ref reader, JsonTokenType.StartObject);
        MetadataDocument? metadata = null;
        WorkloadStatusDocument? status = null;
        Utf8JsonReader spec = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.ValueSpan;
            reader.Read();
            if (member.SequenceEqual("metadata"u8))
            {
                metadata = JsonSerializer.Deserialize(ref reader, KubernetesJson.Default.MetadataDocument);
            }
            else if (member.SequenceEqual("status"u8))
            {
                status = JsonSerializer.Deserialize(ref reader, KubernetesJson.Default.WorkloadStatusDocument);
            }
            else
            {
                spec = member.SequenceEqual("spec"u8) ? reader : spec;
                reader.Skip();
            }
        }

        Add(metadata, status, ref spec, page);
    }

    private void Add(MetadataDocument? metadata, WorkloadStatusDocument? status, ref Utf8JsonReader spec, ReadOnlySpan<byte> page)
    {
        var name = texts.Get(metadata?.Name ?? throw new JsonException($"A {kind} without a name."));
        var space = texts.Get(metadata.Namespace ?? "");
        var controller = metadata.OwnerReferences?.Find(owner => owner?.Controller == true);
        var members = default(Spec);
        // of a controlled object only the name of its controller matters; old ReplicaSets are many
        if (controller is null && spec.TokenType == JsonTokenType.StartObject)
        {
            filter.Begin();
            filter.SetNamespace(space);
            ReadSpec(ref spec, page, ref members, isAwsNode: kind == "DaemonSet" && space == "kube-system" && name == "aws-node");
        }

        var workload = new Workload
        {
            Kind = kind,
            Namespace = space,
            Name = name,
            Labels = texts.Get(metadata.Labels),
            Annotations = texts.GetAll(metadata.Annotations),
            CreatedAt = metadata.CreationTimestamp,
            DesiredReplicas = kind == "DaemonSet" ? status?.DesiredNumberScheduled : kind == "CronJob" ? null : members.Replicas,
            Selector = members.Selector,
            Template = members.Template,
        };
        var isFinished = status?.Conditions?.Exists(condition => condition is { Type: "Complete" or "Failed", Status: "True" }) == true;
        var listed = new ListedOwner(workload, controller is null ? null : new OwnerKey(texts.Get(controller.Kind ?? ""), space, texts.Get(controller.Name ?? "")), isFinished);
        Owners.Add(listed);
        if (kind == "DaemonSet" && status is not null)
        {
            Statuses[listed.Key] = status;
        }
    }

    private void ReadSpec(ref Utf8JsonReader reader, ReadOnlySpan<byte> page, ref Spec members, bool isAwsNode)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.ValueSpan;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number && (member.SequenceEqual("replicas"u8) || member.SequenceEqual("parallelism"u8)))
            {
                members.Replicas = reader.GetInt32();
            }
            else if (member.SequenceEqual("selector"u8))
            {
                members.Selector = ReadSelector(ref reader);
            }
            else if (member.SequenceEqual("template"u8) && reader.TokenType == JsonTokenType.StartObject)
            {
                var settings = reader;
                AwsNode = isAwsNode ? JsonSerializer.Deserialize(ref settings, KubernetesJson.Default.AwsNodeTemplateDocument) : AwsNode;
                ReadTemplate(ref reader, page);
                filter.End();
                members.Template = templates.Get(filter.Copied);
            }
            else if (reader.TokenType == JsonTokenType.StartObject && (member.SequenceEqual("jobTemplate"u8) || (kind == "CronJob" && member.SequenceEqual("spec"u8))))
            {
                ReadSpec(ref reader, page, ref members, isAwsNode: false);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private LabelSelector? ReadSelector(ref Utf8JsonReader reader) => kind == "ReplicationController"
        ? new LabelSelector(texts.Get(JsonSerializer.Deserialize(ref reader, KubernetesJson.Default.DictionaryStringString)!), [])
        : Reading.Selector(JsonSerializer.Deserialize(ref reader, KubernetesJson.Default.LabelSelectorDocument), texts);

    private void ReadTemplate(ref Utf8JsonReader reader, ReadOnlySpan<byte> page)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.ValueSpan;
            reader.Read();
            if (member.SequenceEqual("spec"u8))
            {
                filter.Add(member, ref reader, page, FieldRule.PodSpec, default);
            }
            else if (member.SequenceEqual("metadata"u8) && reader.TokenType == JsonTokenType.StartObject)
            {
                ReadTemplateMetadata(ref reader, page);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadTemplateMetadata(ref Utf8JsonReader reader, ReadOnlySpan<byte> page)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.ValueSpan;
            reader.Read();
            if (member.SequenceEqual("labels"u8))
            {
                filter.Add(member, ref reader, page, FieldRule.PodLabels, default);
            }
            else if (member.SequenceEqual("annotations"u8))
            {
                filter.Add(member, ref reader, page, FieldRule.PodAnnotations, default);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private struct Spec
    {
        internal int? Replicas;
        internal LabelSelector? Selector;
        internal PodTemplate? Template;
    }
}
