using System.Globalization;

namespace EksSecurityPortal.Benchmarks;

/// <summary>Figures of this process and of the machine, and the one format in which they are printed.</summary>
internal static class Figures
{
    /// <summary>Highest resident memory of this process so far, MB.</summary>
    public static double PeakMemory() => KernelFigure("VmHWM:") / 1024;

    /// <summary>Resident memory now, MB.</summary>
    public static double Memory() => KernelFigure("VmRSS:") / 1024;

    /// <summary>Processor time of this process so far, s.</summary>
    public static double ProcessorTime() => System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    /// <summary>Machine load of the last minute; a busy machine's times say little.</summary>
    public static double Load() => double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    public static void Print(string name, double value, string unit) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-60} {value,12:N2} {unit}"));

    private static double KernelFigure(string name)
    {
        foreach (var line in File.ReadLines("/proc/self/status"))
        {
            if (line.StartsWith(name, StringComparison.Ordinal))
            {
                return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
            }
        }

        throw new PlatformNotSupportedException($"/proc/self/status has no {name}; memory is measured on Linux only.");
    }
}
