using Docker.DotNet.Models;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Images;

namespace SlimRegeling.Omgeving;

/// <summary>A container image. tests/run names one that it built itself, which no registry has; else it is the public one.</summary>
internal sealed record Beeld(string Naam, Func<ImageInspectResponse?, bool> Ophalen)
{
    /// <summary>tests/run removes by this label what a killed test left.</summary>
    public const string Label = "slimregeling.run";

    public static string Run => Environment.GetEnvironmentVariable("SLIMREGELING_TEST_RUN") ?? "los";

    public static Beeld Van(string variabele, string openbaar) =>
        Environment.GetEnvironmentVariable(variabele) is { Length: > 0 } eigen
            ? new Beeld(eigen, PullPolicy.Never)
            : new Beeld(openbaar, PullPolicy.Missing);

    /// <summary>Published ports are on every interface otherwise.</summary>
    public static void AlleenLoopback(CreateContainerParameters parameters)
    {
        foreach (var binding in parameters.HostConfig?.PortBindings?.Values.SelectMany(bindingen => bindingen) ?? [])
        {
            binding.HostIP = "127.0.0.1";
        }
    }
}
