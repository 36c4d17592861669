using System.Globalization;
using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks;

/// <summary>How outcomes name node pools and their members.</summary>
internal static class NodePoolResources
{
    internal static ResourceRef Resource(this NodePool pool) => pool.Kind switch
    {
        NodePoolKind.Managed => ResourceRef.Named("NodeGroup", pool.Name),
        NodePoolKind.SelfManaged when pool.Name == NodePools.StandaloneName => ResourceRef.Named("Instances", pool.Name),
        NodePoolKind.SelfManaged => ResourceRef.Named("AutoScalingGroup", pool.Name),
        NodePoolKind.Karpenter or NodePoolKind.AutoMode => ResourceRef.Named("NodePool", pool.Name),
        NodePoolKind.Fargate => ResourceRef.Named("FargateProfile", pool.Name),
        NodePoolKind.Hybrid => ResourceRef.Named("HybridNodes", pool.Name),
        _ => ResourceRef.Named("Nodes", pool.Name),
    };

    /// <summary><c>3 of 12 (i-0a, i-0b, i-0c)</c>: counted, and the first ten named.</summary>
    internal static string Counted(IReadOnlyCollection<string> some, int all) =>
        string.Create(CultureInfo.InvariantCulture, $"{some.Count} of {all} ({OutcomeText.List(some)})");

    /// <summary>Evidence of members that share a value: <c>i-…: MetadataOptions.HttpTokens</c>.</summary>
    internal static Evidence Members(string field, IReadOnlyCollection<string> some, int all) => new(field, Counted(some, all));
}

/// <summary>A check that answers per node pool.</summary>
public abstract class NodePoolCheck : Check
{
    protected sealed override IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot)
    {
        var evaluate = Prepare(snapshot);
        foreach (var pool in NodePools.Of(snapshot))
        {
            yield return evaluate(pool, pool.Resource());
        }
    }

    /// <summary>Indexes what all pools share and returns the judgement of one pool.</summary>
    private protected abstract Func<NodePool, ResourceRef, CheckOutcome> Prepare(ClusterSnapshot snapshot);
}
