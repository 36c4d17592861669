using System.Net;
using Amazon.Runtime;

namespace Amazon.Organizations.Model;

public sealed class AWSOrganizationsNotInUseException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonOrganizationsException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class AccessDeniedException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonOrganizationsException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class ConcurrentModificationException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonOrganizationsException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class InvalidInputException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonOrganizationsException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class ServiceException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonOrganizationsException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class TooManyRequestsException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonOrganizationsException(message, innerException, errorType, errorCode, requestId, statusCode);
