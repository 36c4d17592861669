using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.AutoScaling;

[JsonConverter(typeof(ConstantConverter<DeletionProtection>))]
public sealed class DeletionProtection(string value) : ConstantClass(value), IConstant<DeletionProtection>
{
    public static readonly DeletionProtection None = new("none");
    public static readonly DeletionProtection PreventForceDeletion = new("prevent-force-deletion");
    public static readonly DeletionProtection PreventAllDeletion = new("prevent-all-deletion");

    public static implicit operator DeletionProtection(string value) => FindValue(value);

    public static DeletionProtection FindValue(string value) => FindValue<DeletionProtection>(value);
}

/// <summary>State of an instance in its group.</summary>
[JsonConverter(typeof(ConstantConverter<LifecycleState>))]
public sealed class LifecycleState(string value) : ConstantClass(value), IConstant<LifecycleState>
{
    public static readonly LifecycleState Pending = new("Pending");
    public static readonly LifecycleState PendingWait = new("Pending:Wait");
    public static readonly LifecycleState PendingProceed = new("Pending:Proceed");
    public static readonly LifecycleState Quarantined = new("Quarantined");
    public static readonly LifecycleState InService = new("InService");
    public static readonly LifecycleState Terminating = new("Terminating");
    public static readonly LifecycleState TerminatingWait = new("Terminating:Wait");
    public static readonly LifecycleState TerminatingProceed = new("Terminating:Proceed");
    public static readonly LifecycleState TerminatingRetained = new("Terminating:Retained");
    public static readonly LifecycleState Terminated = new("Terminated");
    public static readonly LifecycleState Detaching = new("Detaching");
    public static readonly LifecycleState Detached = new("Detached");
    public static readonly LifecycleState EnteringStandby = new("EnteringStandby");
    public static readonly LifecycleState Standby = new("Standby");
    public static readonly LifecycleState ReplacingRootVolume = new("ReplacingRootVolume");
    public static readonly LifecycleState ReplacingRootVolumeWait = new("ReplacingRootVolume:Wait");
    public static readonly LifecycleState ReplacingRootVolumeProceed = new("ReplacingRootVolume:Proceed");
    public static readonly LifecycleState RootVolumeReplaced = new("RootVolumeReplaced");
    public static readonly LifecycleState WarmedPending = new("Warmed:Pending");
    public static readonly LifecycleState WarmedPendingWait = new("Warmed:Pending:Wait");
    public static readonly LifecycleState WarmedPendingProceed = new("Warmed:Pending:Proceed");
    public static readonly LifecycleState WarmedPendingRetained = new("Warmed:Pending:Retained");
    public static readonly LifecycleState WarmedTerminating = new("Warmed:Terminating");
    public static readonly LifecycleState WarmedTerminatingWait = new("Warmed:Terminating:Wait");
    public static readonly LifecycleState WarmedTerminatingProceed = new("Warmed:Terminating:Proceed");
    public static readonly LifecycleState WarmedTerminatingRetained = new("Warmed:Terminating:Retained");
    public static readonly LifecycleState WarmedTerminated = new("Warmed:Terminated");
    public static readonly LifecycleState WarmedStopped = new("Warmed:Stopped");
    public static readonly LifecycleState WarmedRunning = new("Warmed:Running");
    public static readonly LifecycleState WarmedHibernated = new("Warmed:Hibernated");

    public static implicit operator LifecycleState(string value) => FindValue(value);

    public static LifecycleState FindValue(string value) => FindValue<LifecycleState>(value);
}

/// <summary>State of the instances that are kept prepared.</summary>
[JsonConverter(typeof(ConstantConverter<WarmPoolState>))]
public sealed class WarmPoolState(string value) : ConstantClass(value), IConstant<WarmPoolState>
{
    public static readonly WarmPoolState Stopped = new("Stopped");
    public static readonly WarmPoolState Running = new("Running");
    public static readonly WarmPoolState Hibernated = new("Hibernated");

    public static implicit operator WarmPoolState(string value) => FindValue(value);

    public static WarmPoolState FindValue(string value) => FindValue<WarmPoolState>(value);
}

[JsonConverter(typeof(ConstantConverter<WarmPoolStatus>))]
public sealed class WarmPoolStatus(string value) : ConstantClass(value), IConstant<WarmPoolStatus>
{
    public static readonly WarmPoolStatus PendingDelete = new("PendingDelete");

    public static implicit operator WarmPoolStatus(string value) => FindValue(value);

    public static WarmPoolStatus FindValue(string value) => FindValue<WarmPoolStatus>(value);
}

[JsonConverter(typeof(ConstantConverter<CapacityDistributionStrategy>))]
public sealed class CapacityDistributionStrategy(string value) : ConstantClass(value), IConstant<CapacityDistributionStrategy>
{
    public static readonly CapacityDistributionStrategy BalancedOnly = new("balanced-only");
    public static readonly CapacityDistributionStrategy BalancedBestEffort = new("balanced-best-effort");

    public static implicit operator CapacityDistributionStrategy(string value) => FindValue(value);

    public static CapacityDistributionStrategy FindValue(string value) => FindValue<CapacityDistributionStrategy>(value);
}

[JsonConverter(typeof(ConstantConverter<ImpairedZoneHealthCheckBehavior>))]
public sealed class ImpairedZoneHealthCheckBehavior(string value) : ConstantClass(value), IConstant<ImpairedZoneHealthCheckBehavior>
{
    public static readonly ImpairedZoneHealthCheckBehavior ReplaceUnhealthy = new("ReplaceUnhealthy");
    public static readonly ImpairedZoneHealthCheckBehavior IgnoreUnhealthy = new("IgnoreUnhealthy");

    public static implicit operator ImpairedZoneHealthCheckBehavior(string value) => FindValue(value);

    public static ImpairedZoneHealthCheckBehavior FindValue(string value) => FindValue<ImpairedZoneHealthCheckBehavior>(value);
}

[JsonConverter(typeof(ConstantConverter<CapacityReservationPreference>))]
public sealed class CapacityReservationPreference(string value) : ConstantClass(value), IConstant<CapacityReservationPreference>
{
    public static readonly CapacityReservationPreference CapacityReservationsOnly = new("capacity-reservations-only");
    public static readonly CapacityReservationPreference CapacityReservationsFirst = new("capacity-reservations-first");
    public static readonly CapacityReservationPreference None = new("none");
    public static readonly CapacityReservationPreference Default = new("default");

    public static implicit operator CapacityReservationPreference(string value) => FindValue(value);

    public static CapacityReservationPreference FindValue(string value) => FindValue<CapacityReservationPreference>(value);
}

[JsonConverter(typeof(ConstantConverter<RetentionAction>))]
public sealed class RetentionAction(string value) : ConstantClass(value), IConstant<RetentionAction>
{
    public static readonly RetentionAction Retain = new("retain");
    public static readonly RetentionAction Terminate = new("terminate");

    public static implicit operator RetentionAction(string value) => FindValue(value);

    public static RetentionAction FindValue(string value) => FindValue<RetentionAction>(value);
}
