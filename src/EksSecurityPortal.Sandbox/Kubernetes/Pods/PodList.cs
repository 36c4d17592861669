using System.Buffers;
using System.Collections.Concurrent;
using EksSecurityPortal.Sandbox.Kubernetes.Objects;
using EksSecurityPortal.Sandbox.Model;

namespace EksSecurityPortal.Sandbox.Kubernetes.Pods;

/// <summary>All pods of a cluster. A pod is made of its workload's compiled template; templates are kept while they are few.</summary>
internal sealed class PodList(PodIndex index, PodRenderer renderer) : IObjectList
{
    /// <summary>Bytes of templates that a cluster keeps; more are compiled again when needed.</summary>
    private const long MaximumKept = 8 << 20;

    private readonly ConcurrentDictionary<(int Workload, PodState State), CompiledPod> compiled = new();
    private readonly ConcurrentDictionary<int, IReadOnlyDictionary<string, string>> labels = new();
    private long kept;

    public int Count => index.Count;

    public string KeyAt(int position)
    {
        var slot = index[position];
        return index.Plans[slot.Workload].PodKey(slot.Ordinal);
    }

    public string? FieldAt(int position, string field)
    {
        var slot = index[position];
        var plan = index.Plans[slot.Workload];
        return field switch
        {
            "metadata.name" => plan.PodName(slot.Ordinal),
            "metadata.namespace" => plan.Workload.Namespace,
            "spec.nodeName" => plan.NodeOf(slot.Ordinal)?.Name ?? "",
            "status.phase" => PodStatusWriter.PhaseOf(plan.StateOf(slot.Ordinal)),
            _ => null,
        };
    }

    public IReadOnlyDictionary<string, string> LabelsAt(int position) =>
        labels.GetOrAdd(index[position].Workload, workload => PodRenderer.LabelsOf(index.Plans[workload]));

    public void Write(IBufferWriter<byte> target, int position, bool withKind)
    {
        var slot = index[position];
        var plan = index.Plans[slot.Workload];
        if (withKind)
        {
            // ahead of the compiled text, which begins with '{'
            target.Write("{\"kind\":\"Pod\",\"apiVersion\":\"v1\","u8);
            var buffer = new ArrayBufferWriter<byte>();
            TemplateOf(slot.Workload, plan, plan.StateOf(slot.Ordinal)).Write(buffer, plan, slot.Ordinal);
            target.Write(buffer.WrittenSpan[1..]);
            return;
        }

        TemplateOf(slot.Workload, plan, plan.StateOf(slot.Ordinal)).Write(target, plan, slot.Ordinal);
    }

    private CompiledPod TemplateOf(int workload, WorkloadPlan plan, PodState state)
    {
        if (compiled.TryGetValue((workload, state), out var template))
        {
            return template;
        }

        template = renderer.Compile(plan, state);
        if (Interlocked.Add(ref kept, template.Size) > MaximumKept)
        {
            compiled.Clear();
            Interlocked.Exchange(ref kept, template.Size);
        }

        compiled[(workload, state)] = template;
        return template;
    }
}
