using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace EksSecurityPortal.AwsClients.Protocols;

/// <summary>
/// One operation of a service: how its request is written and its answer is read. Defining one enters it in its service's
/// <see cref="AwsService.Operations"/>, so nothing can be called that is not listed there.
/// </summary>
public abstract class AwsOperation : InvokeOptionsBase, IMarshaller<IRequest, AmazonWebServiceRequest>
{
    protected AwsOperation(AwsService service, string name, Type requestType, Type responseType)
    {
        (Service, Name, RequestType, ResponseType) = (service, name, requestType, responseType);
        RequestMarshaller = this;
        service.Add(this);
    }

    public AwsService Service { get; }

    /// <summary>The operation's name in the API.</summary>
    public string Name { get; }

    /// <summary>The permission that a caller needs, such as "eks:ListClusters".</summary>
    public string IamAction => $"{Service.SigningName}:{Name}";

    internal Type RequestType { get; }

    internal Type ResponseType { get; }

    /// <summary>Writes the request. Encoding and signing of what it holds follow in the pipeline.</summary>
    public abstract IRequest Marshall(AmazonWebServiceRequest input);
}
