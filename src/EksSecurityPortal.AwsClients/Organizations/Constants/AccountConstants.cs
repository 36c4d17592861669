using System.Text.Json.Serialization;
using Amazon.Runtime;
using EksSecurityPortal.AwsClients.Protocols;

namespace Amazon.Organizations;

/// <summary>State of an account, in the older spelling.</summary>
[JsonConverter(typeof(ConstantConverter<AccountStatus>))]
public sealed class AccountStatus(string value) : ConstantClass(value), IConstant<AccountStatus>
{
    public static readonly AccountStatus ACTIVE = new("ACTIVE");
    public static readonly AccountStatus SUSPENDED = new("SUSPENDED");
    public static readonly AccountStatus PENDING_CLOSURE = new("PENDING_CLOSURE");

    public static implicit operator AccountStatus(string value) => FindValue(value);

    public static AccountStatus FindValue(string value) => FindValue<AccountStatus>(value);
}

/// <summary>State of an account in its life cycle.</summary>
[JsonConverter(typeof(ConstantConverter<AccountState>))]
public sealed class AccountState(string value) : ConstantClass(value), IConstant<AccountState>
{
    public static readonly AccountState PENDING_ACTIVATION = new("PENDING_ACTIVATION");
    public static readonly AccountState ACTIVE = new("ACTIVE");
    public static readonly AccountState SUSPENDED = new("SUSPENDED");
    public static readonly AccountState PENDING_CLOSURE = new("PENDING_CLOSURE");
    public static readonly AccountState CLOSED = new("CLOSED");

    public static implicit operator AccountState(string value) => FindValue(value);

    public static AccountState FindValue(string value) => FindValue<AccountState>(value);
}

[JsonConverter(typeof(ConstantConverter<AccountJoinedMethod>))]
public sealed class AccountJoinedMethod(string value) : ConstantClass(value), IConstant<AccountJoinedMethod>
{
    public static readonly AccountJoinedMethod INVITED = new("INVITED");
    public static readonly AccountJoinedMethod CREATED = new("CREATED");

    public static implicit operator AccountJoinedMethod(string value) => FindValue(value);

    public static AccountJoinedMethod FindValue(string value) => FindValue<AccountJoinedMethod>(value);
}
