using System.Runtime.CompilerServices;
using System.Text.Json;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;
using EksSecurityPortal.Services.Collection.Kubernetes.Listing;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

/// <summary>Folds pods as they are decoded. Of a pod whose template is known, nothing is allocated but its place in the counts.</summary>
internal sealed class PodSink(StringPool texts, TemplatePool templates) : IListSink
{
    private readonly TemplateFilter filter = new(texts);

    internal PodFold Fold { get; } = new();

    public void Restart() => Fold.Clear();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> page)
    {
        Shape.Require(ref reader, JsonTokenType.StartObject);
        filter.Begin();
        var pod = default(Pod);
        Utf8JsonReader specBeforeMetadata = default;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.ValueSpan;
            reader.Read();
            if (member.SequenceEqual("metadata"u8))
            {
                ReadMetadata(ref reader, page, ref pod);
            }
            else if (member.SequenceEqual("status"u8))
            {
                ReadStatus(ref reader, ref pod);
            }
            else if (member.SequenceEqual("spec"u8) && pod.HasMetadata)
            {
                filter.Add(member, ref reader, page, FieldRule.PodSpec, pod.Name);
            }
            else
            {
                // what a spec may keep depends on the namespace
                specBeforeMetadata = member.SequenceEqual("spec"u8) ? reader : specBeforeMetadata;
                reader.Skip();
            }
        }

        if (specBeforeMetadata.TokenType != JsonTokenType.None)
        {
            filter.Add("spec"u8, ref specBeforeMetadata, page, FieldRule.PodSpec, pod.Name);
        }

        Count(pod);
    }

    private void Count(Pod pod)
    {
        if (pod.Name.IsEmpty)
        {
            throw new JsonException("A pod without a name.");
        }

        if (pod.IsFinished)
        {
            return;
        }

        filter.End();
        var space = pod.Namespace ?? "";
        var owner = pod.OwnerKind is null ? new OwnerKey("Pod", space, texts.Get(pod.Name)) : new OwnerKey(pod.OwnerKind, space, pod.OwnerName ?? "");
        Fold.Add(owner, templates.Get(filter.Copied), filter.NodeName, pod.IsReady, pod.HasOwnerReferences);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadMetadata(ref Utf8JsonReader reader, ReadOnlySpan<byte> page, ref Pod pod)
    {
        Shape.Require(ref reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = reader.ValueSpan;
            reader.Read();
            if (member.SequenceEqual("name"u8) && reader.TokenType == JsonTokenType.String)
            {
                pod.Name = reader.ValueSpan;
            }
            else if (member.SequenceEqual("namespace"u8))
            {
                pod.Namespace = Text(ref reader);
                filter.SetNamespace(pod.Namespace ?? "");
                reader.Skip();
            }
            else if (member.SequenceEqual("labels"u8))
            {
                filter.Add(member, ref reader, page, FieldRule.PodLabels, default);
            }
            else if (member.SequenceEqual("annotations"u8))
            {
                filter.Add(member, ref reader, page, FieldRule.PodAnnotations, default);
            }
            else if (member.SequenceEqual("ownerReferences"u8) && reader.TokenType == JsonTokenType.StartArray)
            {
                ReadOwners(ref reader, ref pod);
            }
            else
            {
                reader.Skip();
            }
        }

        pod.HasMetadata = true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ReadOwners(ref Utf8JsonReader reader, ref Pod pod)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            pod.HasOwnerReferences |= reader.TokenType == JsonTokenType.StartObject;
            string? kind = null;
            string? name = null;
            var isController = false;
            while (reader.TokenType != JsonTokenType.Null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var member = reader.ValueSpan;
                reader.Read();
                kind = member.SequenceEqual("kind"u8) ? Text(ref reader) : kind;
                name = member.SequenceEqual("name"u8) ? Text(ref reader) : name;
                isController |= member.SequenceEqual("controller"u8) && reader.TokenType == JsonTokenType.True;
                reader.Skip();
            }

            if (isController)
            {
                pod.OwnerKind = kind;
                pod.OwnerName = name;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadStatus(ref Utf8JsonReader reader, ref Pod pod)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isPhase = reader.ValueTextEquals("phase"u8);
            var isConditions = reader.ValueTextEquals("conditions"u8);
            reader.Read();
            if (isPhase && reader.TokenType == JsonTokenType.String)
            {
                pod.IsFinished = reader.ValueTextEquals("Succeeded"u8) || reader.ValueTextEquals("Failed"u8);
            }
            else if (isConditions && reader.TokenType == JsonTokenType.StartArray)
            {
                pod.IsReady = HasReadyCondition(ref reader);
            }

            reader.Skip();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool HasReadyCondition(ref Utf8JsonReader reader)
    {
        var isReady = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var isReadiness = false;
            var isTrue = false;
            while (reader.TokenType != JsonTokenType.Null && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var member = reader.ValueSpan;
                reader.Read();
                if (reader.TokenType == JsonTokenType.String)
                {
                    isReadiness |= member.SequenceEqual("type"u8) && reader.ValueTextEquals("Ready"u8);
                    isTrue |= member.SequenceEqual("status"u8) && reader.ValueTextEquals("True"u8);
                }

                reader.Skip();
            }

            isReady |= isReadiness && isTrue;
        }

        return isReady;
    }

    private string? Text(ref Utf8JsonReader reader) => reader.TokenType != JsonTokenType.String ? null
        : reader.ValueIsEscaped ? texts.Get(reader.GetString()!) : texts.Get(reader.ValueSpan); // a String token has a string

    /// <summary>What is known of the pod being read; refers to the page's bytes and lives no longer than they do.</summary>
    private ref struct Pod
    {
        internal ReadOnlySpan<byte> Name;
        internal string? Namespace;
        internal string? OwnerKind;
        internal string? OwnerName;
        internal bool HasMetadata;
        internal bool HasOwnerReferences;
        internal bool IsReady;
        internal bool IsFinished;
    }
}
