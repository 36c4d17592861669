using System.Net;
using Amazon.Runtime;

namespace Amazon.EKS.Model;

public sealed class AccessDeniedException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonEKSException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class BadRequestException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonEKSException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class ClientException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonEKSException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class InvalidParameterException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonEKSException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class InvalidRequestException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonEKSException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class NotFoundException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonEKSException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class ResourceNotFoundException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonEKSException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class ServerException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonEKSException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class ServiceUnavailableException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonEKSException(message, innerException, errorType, errorCode, requestId, statusCode);

public sealed class ThrottlingException(
    string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode)
    : AmazonEKSException(message, innerException, errorType, errorCode, requestId, statusCode);
