using EksSecurityPortal.Sandbox.Signing;

namespace EksSecurityPortal.Sandbox.Aws;

/// <summary>How a family of services spells errors: the body's shape, and the codes for refusals that every service has.</summary>
internal abstract class AwsProtocol
{
    public static readonly AwsProtocol RestJson = new RestJsonProtocol();
    public static readonly AwsProtocol Json = new JsonTargetProtocol();
    public static readonly AwsProtocol Ec2 = new Ec2Protocol();

    public static AwsProtocol Query(string xmlNamespace) => new QueryProtocol(xmlNamespace);

    public abstract AwsAnswer Error(int status, string code, string message, string requestId);

    /// <summary>Status and code for a refusal.</summary>
    public abstract (int Status, string Code) CodeOf(RefusalKind kind);

    /// <summary>Status and code for an operation that the service lacks.</summary>
    public abstract (int Status, string Code) UnknownOperation { get; }

    public virtual string DenialMessage(string callerArn, string action) =>
        $"User: {callerArn} is not authorized to perform: {action} because no identity-based policy allows the {action} action";

    private sealed class RestJsonProtocol : AwsProtocol
    {
        public override (int Status, string Code) UnknownOperation => (404, "UnknownOperationException");

        public override AwsAnswer Error(int status, string code, string message, string requestId) =>
            AwsAnswer.Json("application/json", writer => writer.WriteString("message", message), status) with { ErrorType = code };

        public override (int Status, string Code) CodeOf(RefusalKind kind) => kind switch
        {
            RefusalKind.MissingToken => (403, "MissingAuthenticationTokenException"),
            RefusalKind.UnknownToken => (403, "UnrecognizedClientException"),
            RefusalKind.ExpiredToken => (403, "ExpiredTokenException"),
            RefusalKind.WrongSignature => (403, "InvalidSignatureException"),
            RefusalKind.Denied => (403, "AccessDeniedException"),
            RefusalKind.Throttled => (429, "ThrottlingException"),
            _ => (500, "ServerException"),
        };
    }

    private sealed class JsonTargetProtocol : AwsProtocol
    {
        public override (int Status, string Code) UnknownOperation => (400, "UnknownOperationException");

        public override AwsAnswer Error(int status, string code, string message, string requestId) =>
            AwsAnswer.Json("application/x-amz-json-1.1", writer =>
            {
                writer.WriteString("__type", code);
                writer.WriteString("message", message);
            }, status) with { ErrorType = code };

        public override (int Status, string Code) CodeOf(RefusalKind kind) => kind switch
        {
            RefusalKind.MissingToken => (400, "MissingAuthenticationTokenException"),
            RefusalKind.UnknownToken => (400, "UnrecognizedClientException"),
            RefusalKind.ExpiredToken => (400, "ExpiredTokenException"),
            RefusalKind.WrongSignature => (400, "InvalidSignatureException"),
            RefusalKind.Denied => (400, "AccessDeniedException"),
            RefusalKind.Throttled => (400, "ThrottlingException"),
            _ => (500, "InternalServerError"),
        };
    }

    private sealed class QueryProtocol(string xmlNamespace) : AwsProtocol
    {
        public override (int Status, string Code) UnknownOperation => (400, "InvalidAction");

        public override AwsAnswer Error(int status, string code, string message, string requestId)
        {
            var body = new XmlBody("member").OpenRoot("ErrorResponse", xmlNamespace);
            body.Group("Error", error => error.Text("Type", status < 500 ? "Sender" : "Receiver").Text("Code", code).Text("Message", message));
            return body.Text("RequestId", requestId).Close("ErrorResponse").ToAnswer(status, "text/xml");
        }

        public override (int Status, string Code) CodeOf(RefusalKind kind) => kind switch
        {
            RefusalKind.MissingToken => (403, "MissingAuthenticationToken"),
            RefusalKind.UnknownToken => (403, "InvalidClientTokenId"),
            RefusalKind.ExpiredToken => (403, "ExpiredToken"),
            RefusalKind.WrongSignature => (403, "SignatureDoesNotMatch"),
            RefusalKind.Denied => (403, "AccessDenied"),
            RefusalKind.Throttled => (400, "Throttling"),
            _ => (500, "InternalFailure"),
        };
    }

    private sealed class Ec2Protocol : AwsProtocol
    {
        public override (int Status, string Code) UnknownOperation => (400, "InvalidAction");

        public override AwsAnswer Error(int status, string code, string message, string requestId)
        {
            var body = new XmlBody("item").Open("Response").Open("Errors");
            body.Group("Error", error => error.Text("Code", code).Text("Message", message));
            return body.Close("Errors").Text("RequestID", requestId).Close("Response").ToAnswer(status);
        }

        public override (int Status, string Code) CodeOf(RefusalKind kind) => kind switch
        {
            RefusalKind.MissingToken => (401, "MissingAuthenticationToken"),
            RefusalKind.UnknownToken => (401, "AuthFailure"),
            RefusalKind.ExpiredToken => (400, "RequestExpired"),
            RefusalKind.WrongSignature => (403, "SignatureDoesNotMatch"),
            RefusalKind.Denied => (403, "UnauthorizedOperation"),
            RefusalKind.Throttled => (503, "RequestLimitExceeded"),
            _ => (500, "InternalError"),
        };

        public override string DenialMessage(string callerArn, string action) =>
            $"You are not authorized to perform this operation. User: {callerArn} is not authorized to perform: {action} because no identity-based policy allows the {action} action";
    }
}
