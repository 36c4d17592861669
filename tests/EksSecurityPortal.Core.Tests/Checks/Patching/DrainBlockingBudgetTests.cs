using EksSecurityPortal.Core.Checks;
using EksSecurityPortal.Core.Checks.Patching;
using EksSecurityPortal.Core.Inventory;
using EksSecurityPortal.Core.Tests.Support;
using static EksSecurityPortal.Core.Tests.Support.CheckAssert;

namespace EksSecurityPortal.Core.Tests.Checks.Patching;

public class DrainBlockingBudgetTests
{
    [Fact]
    public void Passes_when_a_pod_may_go() => Passes<DrainBlockingBudget>(Budget("2", null, allowed: 1, healthy: 3, desired: 2, expected: 3));

    // allowed, healthy, desired, expected as the controller computes them
    [Theory]
    [InlineData(null, "0", 0, 3, 3, 3, Severity.High)]
    [InlineData(null, "0%", 0, 3, 3, 3, Severity.High)]
    [InlineData("100%", null, 0, 3, 3, 3, Severity.High)]
    [InlineData("3", null, 0, 3, 3, 3, Severity.High)]
    [InlineData("5", null, 0, 3, 5, 3, Severity.High)]
    [InlineData("51%", null, 0, 1, 1, 1, Severity.High)]
    [InlineData("2", null, 0, 3, 2, 3, Severity.High)]
    [InlineData("2", null, 0, 2, 2, 3, Severity.Medium)]
    public void Fails_when_none_may_go(string? min, string? max, int allowed, int healthy, int desired, int expected, Severity severity) =>
        Assert.True(Fails<DrainBlockingBudget>(Budget(min, max, allowed, healthy, desired, expected), "shop/cart", severity).Says(min ?? max!));

    [Fact]
    public void Fails_by_its_spec_alone_without_status() => Fails<DrainBlockingBudget>(SnapshotBuilder.New().Add(builder => builder.DisruptionBudgets.Add(new("shop", "cart", null, null, "0", null, null, null, null, null, 2, 1))));

    [Fact]
    public void NotApplicable_when_it_guards_no_pod() => IsNotApplicable<DrainBlockingBudget>(Budget("1", null, 0, 0, 1, 0));

    [Fact]
    public void NotApplicable_without_budgets() => IsNotApplicable<DrainBlockingBudget>(SnapshotBuilder.New());

    [Theory]
    [InlineData(2L, 1L, 1)]
    [InlineData(1L, 1L, null)]
    public void Unknown_for_a_missing_or_outdated_status(long generation, long observed, int? allowed) =>
        IsUnknown<DrainBlockingBudget>(SnapshotBuilder.New().Add(builder => builder.DisruptionBudgets.Add(new("shop", "cart", null, "1", null, null, allowed, 3, 1, 3, generation, observed))));

    [Fact]
    public void Unknown_without_budgets_read() => IsUnknownWithout<DrainBlockingBudget>(SnapshotBuilder.New(), SnapshotPart.DisruptionBudgets);

    private static SnapshotBuilder Budget(string? min, string? max, int allowed, int healthy, int desired, int expected) =>
        SnapshotBuilder.New().Add(builder => builder.DisruptionBudgets.Add(new("shop", "cart", null, min, max, null, allowed, healthy, desired, expected, 1, 1)));
}
