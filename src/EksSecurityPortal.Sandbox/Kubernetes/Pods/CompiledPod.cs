using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>A pod rendered once for its workload and state, cut at the places that differ from pod to pod.</summary>
internal sealed class CompiledPod
{
    private static readonly byte[] Marker = Encoding.ASCII.GetBytes(HoleMarker.Start);

    private readonly byte[] text;
    private readonly (int Start, int Length, PodHole Hole, int Number)[] pieces;
    private readonly int tail;

    /// <param name="rendered">A pod in which holes are told by their markers.</param>
    public CompiledPod(ReadOnlySpan<byte> rendered)
    {
        text = rendered.ToArray();
        var found = new List<(int, int, PodHole, int)>();
        var start = 0;
        for (var at = rendered.IndexOf(Marker); at >= 0;)
        {
            var code = rendered.Slice(at + Marker.Length, HoleMarker.TailLength);
            var number = ((code[2] - (byte)'0') * 10) + code[3] - (byte)'0';
            found.Add((start, at - start, (PodHole)(code[0] - 'A'), number));
            start = at + Marker.Length + HoleMarker.TailLength;
            var next = rendered[start..].IndexOf(Marker);
            at = next < 0 ? -1 : start + next;
        }

        pieces = [.. found];
        tail = start;
    }

    public int Size => text.Length;

    public void Write(IBufferWriter<byte> target, WorkloadPlan plan, int ordinal)
    {
        var filling = new PodFilling(plan, ordinal);
        foreach (var (start, length, hole, number) in pieces)
        {
            target.Write(text.AsSpan(start, length));
            filling.Write(target, hole, number);
        }

        target.Write(text.AsSpan(tail));
    }
}

/// <summary>What one pod puts into the holes.</summary>
internal readonly struct PodFilling
{
    private readonly string name;
    private readonly string nodeName;
    private readonly string hostIp;
    private readonly string podIp;
    private readonly string created;
    private readonly string tokenSuffix;
    private readonly ulong seed;

    public PodFilling(WorkloadPlan plan, int ordinal)
    {
        var node = plan.NodeOf(ordinal);
        name = plan.PodName(ordinal);
        nodeName = node?.Name ?? "";
        hostIp = node?.InternalIp ?? "";
        podIp = plan.PodIp(ordinal);
        created = ObjectWriter.Time(plan.StartedAt(ordinal));
        seed = plan.PodSeed(ordinal);
        tokenSuffix = Stable.Suffix(seed, 3);
    }

    public void Write(IBufferWriter<byte> target, PodHole hole, int number)
    {
        switch (hole)
        {
            case PodHole.Uid:
                Stable.WriteUid(target.GetSpan(36), seed);
                target.Advance(36);
                break;
            case PodHole.ContainerId:
                Stable.WriteContainerId(target.GetSpan(64), seed + ((ulong)number * 97));
                target.Advance(64);
                break;
            case PodHole.ResourceVersion:
                Utf8Formatter.TryFormat(Stable.ResourceVersion(seed), target.GetSpan(20), out var written);
                target.Advance(written);
                break;
            default:
                WriteText(target, TextOf(hole));
                break;
        }
    }

    private static void WriteText(IBufferWriter<byte> target, string value)
    {
        var span = target.GetSpan(Encoding.UTF8.GetMaxByteCount(value.Length));
        target.Advance(Encoding.UTF8.GetBytes(value, span));
    }

    private string TextOf(PodHole hole) => hole switch
    {
        PodHole.Name => name,
        PodHole.NodeName => nodeName,
        PodHole.HostIp => hostIp,
        PodHole.PodIp => podIp,
        PodHole.Created => created,
        PodHole.TokenSuffix => tokenSuffix,
        _ => throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"hole {hole} is not text")),
    };
}
