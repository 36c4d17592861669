using System.Net;
using Amazon.Runtime;

namespace Amazon.AutoScaling;

/// <summary>An error answer of Amazon EC2 Auto Scaling. The error code tells what is wrong where no class of its own does.</summary>
public class AmazonAutoScalingException(
    string message,
    Exception? innerException,
    ErrorType errorType,
    string? errorCode,
    string? requestId,
    HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
