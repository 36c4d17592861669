using Amazon.ECR.Model;

namespace Amazon.ECR;

/// <summary>Makes paginators; each can be read once.</summary>
public interface IECRPaginatorFactory
{
    IDescribeRepositoriesPaginator DescribeRepositories(DescribeRepositoriesRequest request);
}

internal sealed class ECRPaginatorFactory(IAmazonECR client) : IECRPaginatorFactory
{
    public IDescribeRepositoriesPaginator DescribeRepositories(DescribeRepositoriesRequest request) =>
        new DescribeRepositoriesPaginator(client, request);
}
