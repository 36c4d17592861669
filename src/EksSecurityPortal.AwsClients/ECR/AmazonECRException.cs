using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR;

/// <summary>An error answer of Amazon ECR. The error code tells what is wrong where no class of its own does.</summary>
public class AmazonECRException(
    string message,
    Exception? innerException,
    ErrorType errorType,
    string? errorCode,
    string? requestId,
    HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
