using System.Net;
using EksSecurityPortal.Web.Hosting;

namespace EksSecurityPortal.Web.Demo;

/// <summary>Holds the demo, in which every visitor is an administrator, to loopback addresses.</summary>
public static class DemoAddresses
{
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>The addresses to listen on.</summary>
    /// <exception cref="StartupRefusedException">An address is configured that other machines could reach.</exception>
    public static string Choose(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        var urls = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var url in urls.Concat(endpoints))
        {
            if (!IsLoopback(url))
            {
                throw new StartupRefusedException(
                    $"--demo signs every visitor in as administrator, so it listens on loopback only; '{url}' can be reached by others. " +
                    $"Use --urls {Default}, or start without --demo.");
            }
        }

        return urls.Length > 0 ? string.Join(';', urls) : Default;
    }

    private static bool IsLoopback(string url)
    {
        // '*', '+' and '0.0.0.0' are not URIs or not loopback: both mean every address
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return false;
        }

        return uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
