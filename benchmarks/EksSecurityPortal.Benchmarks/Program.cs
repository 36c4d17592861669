using EksSecurityPortal.Benchmarks;

// each measurement is a process of its own, so that memory and caches of one do not show in another
var verb = args.Length > 0 ? args[0] : "help";
return verb switch
{
    "large-cluster" => await LargeCluster.RunAsync(args[1..]),
    "bare-loop" => await BareLoop.RunAsync(args[1..]),
    "fleet" => await Fleet.RunAsync(args[1..]),
    "pages" => await Pages.RunAsync(args[1..]),
    "start" => await Start.RunAsync(args[1..]),
    _ => Help(),
};

static int Help()
{
    Console.WriteLine("""
        Measurements of the portal. Run each with -c Release; docs/measurements.md holds the figures.

          large-cluster [--nodes 1000] [--pods 30000]      an audit of one large cluster against a bare loop over the same bytes; peak memory
          fleet [--clusters 50] [--latency 30ms]           an audit of many clusters; calls by operation, and the rate per account
          pages [--findings 100000]                        server time of every page's query, on the demo estate and on many findings
          start                                            from process start to ready, and the demo's first audit
        """);
    return 0;
}
