using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Identity;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Identity;

public class DefaultServiceAccountWithRoleTests
{
    [Fact]
    public void Passes_when_only_named_service_accounts_have_roles() => Passes<DefaultServiceAccountWithRole>(Annotated("cart", "arn:x"));

    [Fact]
    public void Passes_for_an_empty_annotation() => Passes<DefaultServiceAccountWithRole>(Annotated("default", ""));

    [Fact]
    public void Fails_for_the_annotation_and_names_who_inherits()
    {
        var outcome = Fails<DefaultServiceAccountWithRole>(Used(Annotated("default", SnapshotBuilder.RoleArn("app"))), "shop/default");

        Assert.True(outcome.Says("Deployment/cart") && outcome.Says("role/app"));
    }

    [Fact]
    public void Fails_for_a_Pod_Identity_association() => Fails<DefaultServiceAccountWithRole>(Used(Associated()), "shop/default");

    [Fact]
    public void Fails_once_for_both() => Fails<DefaultServiceAccountWithRole>(Used(Associated().Add(builder => builder.ServiceAccounts.Add(Account("default", "arn:x")))), "shop/default");

    [Fact]
    public void Fails_milder_when_no_pod_uses_it() => Fails<DefaultServiceAccountWithRole>(Associated(), "shop/default", Severity.Low);

    [Fact]
    public void Fails_for_what_was_seen_when_the_other_half_is_missing() => Fails<DefaultServiceAccountWithRole>(Used(Associated()).Missing(SnapshotPart.ServiceAccounts), "shop/default");

    [Theory]
    [InlineData(SnapshotPart.ServiceAccounts)]
    [InlineData(SnapshotPart.PodIdentityAssociations)]
    public void Unknown_when_nothing_was_found_and_half_is_missing(SnapshotPart part) => IsUnknown<DefaultServiceAccountWithRole>(Annotated("cart", "arn:x").Missing(part));

    [Fact]
    public void Unknown_without_both() => IsUnknownWithout<DefaultServiceAccountWithRole>(SnapshotBuilder.New(), SnapshotPart.ServiceAccounts, SnapshotPart.PodIdentityAssociations, SnapshotPart.Workloads);

    private static SnapshotBuilder Annotated(string name, string role) => SnapshotBuilder.New().Add(builder => builder.ServiceAccounts.Add(Account(name, role)));

    private static ServiceAccount Account(string name, string role) => new("shop", name, null, new Dictionary<string, string> { ["eks.amazonaws.com/role-arn"] = role }, 0, null);

    private static SnapshotBuilder Associated() => SnapshotBuilder.New().Add(builder => builder.PodIdentities.Add(new("a-1", "shop", "default", SnapshotBuilder.RoleArn("app"), null, null, null, false, null, null)));

    private static SnapshotBuilder Used(SnapshotBuilder builder) => builder.Add(b => b.Workloads.Add(new() { Kind = "Deployment", Namespace = "shop", Name = "cart", Pods = [new(new PodTemplate(), 2, 2, true, [])] }));
}
