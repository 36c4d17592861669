using EksSecurityPortal.Core.Inventory;

namespace EksSecurityPortal.Core.Checks;

/// <summary>
/// One question asked of a snapshot, answered per resource. A subclass holds everything there is to know of the check: words, severity,
/// what it reads, remediation, mappings and logic. The class is named after the bad state it looks for.
/// </summary>
public abstract class Check
{
    /// <summary>Catalogue id, for example <c>ARC-008</c>. Never reused.</summary>
    public abstract string Id { get; }

    /// <summary>At most 120 characters; says the wanted state's opposite in plain words; does not begin with "Ensure".</summary>
    public abstract string Title { get; }

    public abstract CheckArea Area { get; }

    /// <summary>The usual severity; an outcome may differ where the catalogue says so.</summary>
    public abstract Severity Severity { get; }

    /// <summary>What an attacker or an accident could do; two to four sentences.</summary>
    public abstract string Risk { get; }

    /// <summary>How to mend it, for a person.</summary>
    public abstract Remediation Remediation { get; }

    /// <summary>https addresses of AWS or Kubernetes documentation.</summary>
    public abstract IReadOnlyList<string> References { get; }

    /// <summary>Parts without which there is no answer at all.</summary>
    public abstract IReadOnlyList<SnapshotPart> Requires { get; }

    /// <summary>
    /// Parts that complete the answer: without one of them the check still answers for what it sees, and says Unknown for the part beside it.
    /// A check that requires nothing needs at least one of these.
    /// </summary>
    public virtual IReadOnlyList<SnapshotPart> Consults => [];

    /// <summary>Controls of benchmarks: <c>CIS-EKS-1.8.0:5.4.1</c>, <c>FSBP:EKS.1</c>.</summary>
    public virtual IReadOnlyList<string> Mappings => [];

    /// <summary>
    /// One outcome per resource; at least one (NotApplicable with its reason when there is nothing to judge). Sees only present required parts. Pure.
    /// May answer Unknown itself for resources whose own data is missing.
    /// </summary>
    protected abstract IEnumerable<CheckOutcome> Evaluate(ClusterSnapshot snapshot);

    /// <summary>False where this cluster's settings make a required part meaningless, so that its absence hides nothing.</summary>
    protected internal virtual bool Needs(SnapshotPart part, ClusterSnapshot snapshot) => true;

    /// <summary>
    /// The gate: absent parts give Unknown for the cluster, holes in required and absent consulted parts give one Unknown each beside the other
    /// outcomes, an exception gives Unknown with its type. Never throws; texts are cleaned and cut; outcomes are ordered by resource.
    /// </summary>
    public IReadOnlyList<CheckOutcome> Run(ClusterSnapshot snapshot) => CheckGate.Run(this, Evaluate, snapshot);

    protected CheckOutcome Pass(ResourceRef resource, string summary, params IReadOnlyList<Evidence> evidence) =>
        new(Id, resource, CheckStatus.Pass, Severity, summary, evidence);

    protected CheckOutcome Fail(ResourceRef resource, string summary, params IReadOnlyList<Evidence> evidence) =>
        Fail(Severity, resource, summary, evidence);

    protected CheckOutcome Fail(Severity severity, ResourceRef resource, string summary, params IReadOnlyList<Evidence> evidence) =>
        new(Id, resource, CheckStatus.Fail, severity, summary, evidence);

    protected CheckOutcome NotApplicable(ResourceRef resource, string reason, params IReadOnlyList<Evidence> evidence) =>
        new(Id, resource, CheckStatus.NotApplicable, Severity, reason, evidence);

    protected CheckOutcome Unknown(ResourceRef resource, string reason, params IReadOnlyList<Evidence> evidence) =>
        new(Id, resource, CheckStatus.Unknown, Severity, reason, evidence);
}
