using System.Net;
using Amazon.Runtime;

namespace Amazon.AutoScaling.Model;

public sealed class InvalidNextTokenException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonAutoScalingException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class ResourceContentionException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonAutoScalingException(message, innerException, errorType, errorCode, requestId, statusCode);
