using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Services.Collection.Kubernetes.Documents;

namespace EksSecurityPortal.Services.Collection.Kubernetes.Parts;

/// <summary>Facts of RBAC, budgets, scaling, quotas and admission.</summary>
internal sealed class GovernanceReadings(StringPool texts)
{
    internal IEnumerable<RbacRole> Role(RoleDocument document) =>
    [
        new(texts.Find(document.Metadata?.Namespace), document.Metadata.NameOf(texts), [.. document.Rules.Present().Select(Rule)],
            [.. (document.AggregationRule?.ClusterRoleSelectors).Present().Select(selector => Reading.Selector(selector, texts)!)],
            document.Metadata.LabelsOf(texts), document.Metadata?.CreationTimestamp),
    ];

    internal IEnumerable<RbacBinding> Binding(BindingDocument document) =>
    [
        new(texts.Find(document.Metadata?.Namespace), document.Metadata.NameOf(texts), texts.Get(document.RoleRef?.Kind ?? ""), texts.Get(document.RoleRef?.Name ?? ""),
            [.. document.Subjects.Present().Select(subject => new RbacSubject(texts.Get(subject.Kind ?? ""), texts.Find(subject.Namespace), texts.Get(subject.Name ?? "")))],
            document.Metadata.LabelsOf(texts), document.Metadata?.CreationTimestamp),
    ];

    internal IEnumerable<DisruptionBudget> DisruptionBudget(DisruptionBudgetDocument document)
    {
        var spec = document.Spec;
        var status = document.Status;
        yield return new(
            document.Metadata.NamespaceOf(texts), document.Metadata.NameOf(texts), Reading.Selector(spec?.Selector, texts), texts.Find(spec?.MinAvailable),
            texts.Find(spec?.MaxUnavailable), texts.Find(spec?.UnhealthyPodEvictionPolicy), status?.DisruptionsAllowed, status?.CurrentHealthy, status?.DesiredHealthy,
            status?.ExpectedPods, document.Metadata?.Generation, status?.ObservedGeneration);
    }

    internal IEnumerable<Autoscaler> Autoscaler(AutoscalerDocument document) =>
    [
        new(document.Metadata.NamespaceOf(texts), document.Metadata.NameOf(texts), texts.Get(document.Spec?.ScaleTargetRef?.Kind ?? ""),
            texts.Get(document.Spec?.ScaleTargetRef?.Name ?? ""), document.Spec?.MinReplicas, document.Spec?.MaxReplicas, document.Status?.CurrentReplicas),
    ];

    internal IEnumerable<ResourceQuota> ResourceQuota(ResourceQuotaDocument document) =>
    [
        new(document.Metadata.NamespaceOf(texts), document.Metadata.NameOf(texts), texts.Get(document.Spec?.Hard), texts.Get(document.Status?.Used)),
    ];

    internal IEnumerable<LimitRange> LimitRange(LimitRangeDocument document) =>
    [
        new(document.Metadata.NamespaceOf(texts), document.Metadata.NameOf(texts), texts.Get((document.Spec?.Limits).Present().Select(limit => limit.Type).ToList())),
    ];

    internal Func<WebhooksDocument, IEnumerable<AdmissionWebhook>> Webhooks(string configurationKind) => document =>
    {
        var configuration = document.Metadata.NameOf(texts);
        return document.Webhooks.Present().Select(webhook => new AdmissionWebhook(
            configurationKind, configuration, texts.Get(webhook.Name ?? ""), texts.Find(webhook.FailurePolicy), webhook.TimeoutSeconds,
            texts.Find(webhook.ClientConfig?.Service?.Namespace), texts.Find(webhook.ClientConfig?.Service?.Name), texts.Find(WithoutQuery(webhook.ClientConfig?.Url)),
            Reading.Selector(webhook.NamespaceSelector, texts), Reading.Selector(webhook.ObjectSelector, texts),
            [.. webhook.Rules.Present().Select(rule => new AdmissionRule(texts.Get(rule.Operations), texts.Get(rule.ApiGroups), texts.Get(rule.Resources), texts.Find(rule.Scope)))]));
    };

    internal IEnumerable<AdmissionPolicy> AdmissionPolicy(AdmissionPolicyDocument document) =>
        [new("ValidatingAdmissionPolicy", document.Metadata.NameOf(texts), texts.Find(document.Spec?.FailurePolicy), [])];

    internal IEnumerable<PolicyBinding> PolicyBinding(AdmissionPolicyDocument document) =>
        [new(texts.Get(document.Spec?.PolicyName ?? ""), texts.Get(document.Spec?.ValidationActions))];

    private RbacRule Rule(RbacRuleDocument rule) =>
        new(texts.Get(rule.Verbs), texts.Get(rule.ApiGroups), texts.Get(rule.Resources), texts.Get(rule.ResourceNames), texts.Get(rule.NonResourceUrls));

    /// <summary>Addresses of webhooks may carry a key in their query.</summary>
    private static string? WithoutQuery(string? url) => url?.Split('?')[0];
}

/// <summary>What one binding makes of an admission policy.</summary>
internal sealed record PolicyBinding(string Policy, IReadOnlyList<string> Actions);
