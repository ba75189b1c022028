using DotNet.Testcontainers.Builders;
using Xunit;

namespace SlimRegeling.Omgeving.Tests;

public sealed class KeuzeTests
{
    [Fact]
    public async Task Auto_goes_without_a_container_only_where_no_engine_answers()
    {
        Assert.Equal("zonder", await Start(Wijze.Auto, new DockerUnavailableException("geen engine")));
        await Assert.ThrowsAsync<InvalidDataException>(() => Start(Wijze.Auto, new InvalidDataException("kapot beeld")));
    }

    [Fact]
    public async Task A_container_that_was_asked_for_is_never_replaced() =>
        await Assert.ThrowsAsync<DockerUnavailableException>(() =>
            Start(Wijze.Testcontainers, new DockerUnavailableException("geen engine"))
        );

    [Fact]
    public void The_variable_decides_only_where_the_caller_left_it_open()
    {
        const string variabele = "SLIMREGELING_TEST_KEUZE";
        Environment.SetEnvironmentVariable(variabele, "proces");

        Assert.Equal(Wijze.Proces, Keuze.Van(Wijze.Auto, variabele, Wijze.Proces));
        Assert.Equal(Wijze.Testcontainers, Keuze.Van(Wijze.Testcontainers, variabele, Wijze.Proces));
        Assert.Throws<ArgumentException>(() => Keuze.Van(Wijze.Auto, variabele, Wijze.Ingebouwd));

        Environment.SetEnvironmentVariable(variabele, "onzin");
        Assert.Throws<ArgumentException>(() => Keuze.Van(Wijze.Auto, variabele, Wijze.Proces));
    }

    private static Task<string> Start(Wijze wijze, Exception fout) =>
        Keuze.Start(wijze, "proef", () => Task.FromException<string>(fout), () => Task.FromResult("zonder"));
}
