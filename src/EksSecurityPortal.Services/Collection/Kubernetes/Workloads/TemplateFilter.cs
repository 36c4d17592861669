using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Workloads;

/// <summary>
/// Copies what posture depends on out of a pod's JSON into a small JSON of its own, without building anything: pods of one template give the same
/// bytes, so their hash is the template's identity and only the first of them is ever decoded. Reused from pod to pod; not thread-safe. Its loops see hundreds of megabytes in their first second, which is why they skip the
/// instrumented tiers of the JIT.
/// </summary>
internal sealed class TemplateFilter(StringPool texts)
{
    private readonly ArrayBufferWriter<byte> copy = new(16 << 10);
    private bool isSystemNamespace;

    internal ReadOnlySpan<byte> Copied => copy.WrittenSpan;

    /// <summary>The node named by the last spec; null when it named none.</summary>
    internal string? NodeName { get; private set; }

    internal void Begin()
    {
        copy.ResetWrittenCount();
        NodeName = null;
        isSystemNamespace = false;
        Write("{"u8);
    }

    /// <summary>Must be told before the spec, since it decides whether arguments may be kept.</summary>
    internal void SetNamespace(string name) => isSystemNamespace = SystemComponents.IsSystemNamespace(name);

    /// <summary>Copies the value at which the reader stands as a member of the result, and leaves the reader at its end.</summary>
    internal void Add(ReadOnlySpan<byte> member, ref Utf8JsonReader reader, ReadOnlySpan<byte> source, FieldRule rule, ReadOnlySpan<byte> podName)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return;
        }

        Write(copy.WrittenCount > 1 ? ",\""u8 : "\""u8);
        Write(member);
        Write("\":"u8);
        Copy(ref reader, source, rule, podName);
    }

    internal void End() => Write("}"u8);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Copy(ref Utf8JsonReader reader, ReadOnlySpan<byte> source, FieldRule rule, ReadOnlySpan<byte> podName)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            Write("null"u8);
            return;
        }

        switch (rule.Action)
        {
            case FieldAction.Members:
                CopyMembers(ref reader, source, rule, podName);
                break;
            case FieldAction.Elements:
                CopyElements(ref reader, source, rule.Element!, podName); // an Elements rule has an element
                break;
            case FieldAction.Labels or FieldAction.Annotations:
                CopyEntries(ref reader, source, rule.Action);
                break;
            case FieldAction.VolumeName:
                CopyName(ref reader, source, PodNames.VolumeNameLength(reader.ValueSpan));
                break;
            case FieldAction.ClaimName:
                CopyName(ref reader, source, PodNames.ClaimNameLength(reader.ValueSpan, podName));
                break;
            default:
                CopyWhole(ref reader, source);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyMembers(ref Utf8JsonReader reader, ReadOnlySpan<byte> source, FieldRule rule, ReadOnlySpan<byte> podName)
    {
        Shape.Require(ref reader, JsonTokenType.StartObject);
        Write("{"u8);
        var isFirst = true;
        var arguments = default(Arguments);
        var isSystem = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            var member = rule.Find(name);
            reader.Read();
            if (member is null || !IsCopied(ref reader, member.Action, name, ref arguments, ref isSystem))
            {
                reader.Skip();
                continue;
            }

            WriteName(name, ref isFirst);
            if (member.Action == FieldAction.Mark)
            {
                Write("true"u8);
            }
            else
            {
                Copy(ref reader, source, member, podName);
            }
        }

        if (isSystem)
        {
            arguments.CopyTo(this, source, ref isFirst);
        }

        Write("}"u8);
    }

    /// <summary>Deals with the fields that are not simply copied; false when nothing is to be written at this place.</summary>
    private bool IsCopied(ref Utf8JsonReader reader, FieldAction action, ReadOnlySpan<byte> name, ref Arguments arguments, ref bool isSystem)
    {
        switch (action)
        {
            case FieldAction.Mark:
                return IsThere(ref reader);
            case FieldAction.NodeName:
                NodeName = reader.TokenType == JsonTokenType.String ? Text(ref reader) : null;
                return false;
            case FieldAction.SystemArguments:
                arguments.Remember(name, ref reader);
                return false;
            case FieldAction.Image:
                isSystem = isSystemNamespace && reader.TokenType == JsonTokenType.String && SystemComponents.IsSystemImage(reader.ValueSpan);
                return true;
            default:
                return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyElements(ref Utf8JsonReader reader, ReadOnlySpan<byte> source, FieldRule rule, ReadOnlySpan<byte> podName)
    {
        Shape.Require(ref reader, JsonTokenType.StartArray);
        Write("["u8);
        var isFirst = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!isFirst)
            {
                Write(","u8);
            }

            isFirst = false;
            Copy(ref reader, source, rule, podName);
        }

        Write("]"u8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyEntries(ref Utf8JsonReader reader, ReadOnlySpan<byte> source, FieldAction action)
    {
        Shape.Require(ref reader, JsonTokenType.StartObject);
        Write("{"u8);
        var isFirst = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueSpan;
            reader.Read();
            var isKept = action == FieldAction.Labels ? !PodNames.IsPerPodLabel(name)
                : KeptAnnotations.IsKeptOfPod(name) && reader.ValueSpan.Length <= KeptAnnotations.MaxValueBytes;
            if (!isKept)
            {
                reader.Skip();
                continue;
            }

            WriteName(name, ref isFirst);
            CopyWhole(ref reader, source);
        }

        Write("}"u8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyWhole(ref Utf8JsonReader reader, ReadOnlySpan<byte> source)
    {
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        Write(source[start..(int)reader.BytesConsumed]);
    }

    private void CopyName(ref Utf8JsonReader reader, ReadOnlySpan<byte> source, int length)
    {
        if (reader.TokenType != JsonTokenType.String || length == reader.ValueSpan.Length)
        {
            CopyWhole(ref reader, source);
            return;
        }

        Write("\""u8);
        Write(reader.ValueSpan[..length]);
        Write("\""u8);
    }

    private void WriteName(ReadOnlySpan<byte> name, ref bool isFirst)
    {
        Write(isFirst ? "\""u8 : ",\""u8);
        Write(name);
        Write("\":"u8);
        isFirst = false;
    }

    private void Write(ReadOnlySpan<byte> bytes) => copy.Write(bytes);

    private string Text(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped ? texts.Get(reader.GetString()!) : texts.Get(reader.ValueSpan); // a String token has a string

    /// <summary>Leaves the reader at the value's end.</summary>
    private static bool IsThere(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            var first = reader;
            first.Read();
            reader.Skip();
            return first.TokenType != JsonTokenType.EndArray;
        }

        var isThere = reader.TokenType is not (JsonTokenType.Null or JsonTokenType.False);
        reader.Skip();
        return isThere;
    }

    /// <summary>Where command and arguments of a container are, until its image says whether they may be kept.</summary>
    private struct Arguments
    {
        private (int Start, int End) command;
        private (int Start, int End) args;

        internal void Remember(ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (name.SequenceEqual("args"u8))
            {
                args = (start, (int)reader.BytesConsumed);
            }
            else
            {
                command = (start, (int)reader.BytesConsumed);
            }
        }

        internal readonly void CopyTo(TemplateFilter filter, ReadOnlySpan<byte> source, ref bool isFirst)
        {
            Copy("command"u8, command, filter, source, ref isFirst);
            Copy("args"u8, args, filter, source, ref isFirst);
        }

        private static void Copy(ReadOnlySpan<byte> name, (int Start, int End) range, TemplateFilter filter, ReadOnlySpan<byte> source, ref bool isFirst)
        {
            if (range.End > 0)
            {
                filter.WriteName(name, ref isFirst);
                filter.Write(source[range.Start..range.End]);
            }
        }
    }
}
