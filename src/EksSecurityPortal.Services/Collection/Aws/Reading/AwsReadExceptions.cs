namespace EksSecurityPortal.Services.Collection.Aws.Reading;

/// <summary>An answer lacks what every such answer has, so nothing may be concluded from it.</summary>
public sealed class MalformedAnswerException(string operation, string missing) : Exception($"The answer has no {missing}.")
{
    /// <summary>The IAM action of the call: <c>eks:DescribeCluster</c>.</summary>
    public string Operation => operation;
}

/// <summary>Credentials could not be had. The message names the cause and the remedy, and no secret.</summary>
public sealed class CredentialsException(string message, Exception? innerException = null) : Exception(message, innerException);
